import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findIdentifiers } from '../../../../../src/core/model/identifiers/findIdentifiers';
import {
  type Identifier,
  identifierLabel,
  identifierUrl,
  sameIdentifier,
} from '../../../../../src/core/model/identifiers/identifier';
import { isbn10 } from '../../../../../src/core/model/identifiers/isbn';
import { parseIdentifier } from '../../../../../src/core/model/identifiers/parseIdentifier';
import { assertLinear } from '../../../growth';

const digits = (min: number, max = min) => fc.stringMatching(new RegExp(`^[0-9]{${min},${max}}$`));
const month = fc.integer({ min: 1, max: 12 }).map(n => String(n).padStart(2, '0'));

/** The end is no punctuation of a sentence and no word that publishers put behind a DOI. */
const doi = fc
  .tuple(digits(4, 6), fc.stringMatching(/^[a-z0-9]([a-z0-9()._;:/-]{0,30}[a-z0-9])?$/))
  .map(([registrant, suffix]) => `10.${registrant}/${suffix}`)
  .filter(id => balanced(id) && !/[,;]10\.|10\.(?:19|20)\d\d\/\d{1,2}$|^10\.48550\//.test(id));
const arxiv = fc
  .oneof(
    fc.tuple(fc.integer({ min: 15, max: 39 }), month, digits(5)).map(([y, m, n]) => `${y}${m}.${n}`),
    fc
      .tuple(fc.integer({ min: 8, max: 14 }), month, digits(4))
      .map(([y, m, n]) => `${String(y).padStart(2, '0')}${m}.${n}`),
    fc
      .tuple(
        fc.constantFrom('hep-th', 'astro-ph', 'math', 'cs', 'quant-ph', 'q-alg'),
        fc.integer({ min: 92, max: 99 }),
        month,
        digits(3),
      )
      .map(([archive, y, m, n]) => `${archive}/${y}${m}${n}`),
  )
  .filter(id => !/\.0+$/.test(id));
const isbn = digits(9).map(body => {
  const sum = [...`978${body}`].reduce((total, digit, i) => total + Number(digit) * (i % 2 ? 3 : 1), 0);
  return `978${body}${(10 - (sum % 10)) % 10}`;
});

function balanced(text: string): boolean {
  let depth = 0;
  for (const c of text) {
    if (c === '(') depth++;
    if (c === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

/** A canonical identifier and one of its spellings. */
const spelled: fc.Arbitrary<readonly [Identifier, string]> = fc.oneof(
  fc
    .tuple(
      doi,
      fc.constantFrom<(id: string) => string>(
        id => id,
        id => `doi:${id}`,
        id => `DOI: ${id.toUpperCase()}`,
        id => `https://doi.org/${id}`,
        id => `https://doi.org/${encodeURIComponent(id)}`,
        id => `http://dx.doi.org/${id.toUpperCase()}`,
        id => `https://doi.org/${id}?source=feed`,
        id => `<https://doi.org/${id}>.`,
        id => `(${id})`,
      ),
    )
    .map(([id, spell]) => [{ kind: 'doi', id }, spell(id)] as const),
  fc
    .tuple(
      arxiv,
      fc.constantFrom<(id: string) => string>(
        id => id,
        id => `arXiv:${id}`,
        id => `arXiv: ${id}v3`,
        id => `https://arxiv.org/abs/${id}`,
        id => `http://arxiv.org/pdf/${id}v2.pdf`,
        id => `https://doi.org/10.48550/arXiv.${id}`,
        id => `10.48550/ARXIV.${id}`,
        id => `[arXiv:${id}]`,
      ),
    )
    .map(([id, spell]) => [{ kind: 'arxiv', id }, spell(id)] as const),
  fc
    .tuple(
      fc.integer({ min: 1, max: 99_999_999 }).map(String),
      fc.constantFrom<(id: string) => string>(
        id => `PMID:${id}`,
        id => `PMID: ${id}`,
        id => `https://pubmed.ncbi.nlm.nih.gov/${id}/`,
        id => `https://www.ncbi.nlm.nih.gov/pubmed/${id}`,
      ),
    )
    .map(([id, spell]) => [{ kind: 'pmid', id }, spell(id)] as const),
  fc
    .tuple(
      fc.integer({ min: 1000, max: 99_999_999 }).map(n => `PMC${n}`),
      fc.constantFrom<(id: string) => string>(
        id => id,
        id => `PMCID: ${id.toLowerCase()}`,
        id => `https://pmc.ncbi.nlm.nih.gov/articles/${id}/`,
        id => `https://www.ncbi.nlm.nih.gov/pmc/articles/${id}.1`,
      ),
    )
    .map(([id, spell]) => [{ kind: 'pmcid', id }, spell(id)] as const),
  fc
    .tuple(
      isbn,
      fc.constantFrom<(id: string) => string>(
        id => id,
        id => `ISBN ${id}`,
        id => `978-${id.slice(3)}`,
        id => `${id.slice(0, 3)}-${id.slice(3, 4)}-${id.slice(4, 7)}-${id.slice(7, 12)}-${id.slice(12)}`,
        id => isbn10(id) ?? '',
        id => `ISBN-10: ${isbn10(id)}`,
        id => `urn:isbn:${id}`,
      ),
    )
    .map(([id, spell]) => [{ kind: 'isbn', id }, spell(id)] as const),
);

test('every spelling has the one canonical form', () => {
  fc.assert(
    fc.property(spelled, ([identifier, spelling]) => {
      const read = parseIdentifier(spelling);
      assert.ok(read && sameIdentifier(read, identifier), `${spelling} → ${JSON.stringify(read)}`);
    }),
    { numRuns: 1000 },
  );
});

test('the canonical form, its label and its address read as themselves', () => {
  fc.assert(
    fc.property(spelled, ([identifier]) => {
      assert.deepEqual(parseIdentifier(identifierLabel(identifier)), identifier);
      const url = identifierUrl(identifier);
      if (url) assert.deepEqual(parseIdentifier(url), identifier);
    }),
    { numRuns: 500 },
  );
});

test('within a sentence, the same identifiers are found at their places', () => {
  fc.assert(
    fc.property(
      spelled,
      fc.constantFrom('. Then', ', and', '; see', ' ', '\n', ')', ']', '} x'),
      ([identifier, spelling], after) => {
        const bare = /^(?:\d{4}\.\d{4}|\d{9}[\dX])$/.test(spelling);
        const text = `As (Roe 2020) said: ${spelling}${after}`;
        const found = findIdentifiers(text);
        if (bare) return;
        assert.equal(found.length, 1, `${text} → ${JSON.stringify(found)}`);
        assert.ok(sameIdentifier(found[0]!, identifier));
        assert.ok(text.slice(found[0]!.start, found[0]!.end).length <= spelling.length);
      },
    ),
    { numRuns: 1000 },
  );
});

const two = fc.integer({ min: 0, max: 99 }).map(n => String(n).padStart(2, '0'));
const others: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(fc.integer({ min: 1800, max: 2100 }), month, two).map(([y, m, d]) => `${y}-${m}-${d}`),
  fc.tuple(two, month, fc.integer({ min: 1800, max: 2100 })).map(([d, m, y]) => `${d}.${m}.${y}`),
  fc.tuple(two, month, fc.integer({ min: 1800, max: 2100 })).map(([d, m, y]) => `${d}/${m}/${y}`),
  fc.tuple(fc.nat(99), fc.nat(99), fc.nat(9999)).map(parts => `v${parts.join('.')}`),
  fc.tuple(fc.nat(99), fc.nat(99), fc.nat(9999)).map(parts => parts.join('.')),
  fc.tuple(fc.nat(9999), fc.nat(9999)).map(parts => parts.join('-')),
  fc.tuple(fc.nat(9999), fc.nat(9999)).map(parts => parts.join('–')),
  fc.tuple(fc.nat(9999), fc.nat(9999)).map(parts => `pp. ${parts.join('--')}`),
  fc.tuple(fc.nat(99), fc.nat(99), fc.nat(9999), fc.nat(9999)).map(([v, n, a, b]) => `${v}(${n}):${a}-${b}`),
  fc
    .tuple(digits(2), digits(3, 4), digits(6, 8))
    .map(([country, area, rest]) => `+${country} ${area} ${rest}`),
  fc.tuple(digits(3), digits(3), digits(4)).map(([area, a, b]) => `(${area}) ${a}-${b}`),
  fc.tuple(digits(3), digits(3), digits(4)).map(parts => parts.join('-')),
  fc.tuple(digits(3), digits(3), digits(4)).map(parts => parts.join('.')),
  digits(1, 9),
  fc.tuple(digits(1, 3), digits(1, 3), digits(1, 3), digits(1, 3)).map(parts => `${parts.join('.')}/16`),
);

test('dates, versions, page ranges, telephone numbers and bare numbers are never taken for identifiers', () => {
  fc.assert(
    fc.property(others, text => {
      assert.equal(parseIdentifier(text), undefined, text);
      assert.deepEqual(findIdentifiers(`It was ${text}, they say.`), [], text);
    }),
    { numRuns: 3000 },
  );
});

test('places are right and in order for any text', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string(),
          spelled.map(([, spelling]) => spelling),
        ),
        { maxLength: 8 },
      ),
      parts => {
        const text = parts.join(' ');
        let before = 0;
        for (const { start, end } of findIdentifiers(text)) {
          assert.ok(start >= before && end > start && end <= text.length);
          before = end;
        }
      },
    ),
  );
});

test('a long text is read in time in proportion to its length', async () => {
  for (const piece of ['10.1000/', '(', 'doi: ', '1-', 'https://', '10.1000/a<'])
    await assertLinear(200_000, length => findIdentifiers(piece.repeat(length / piece.length)), piece);
});
