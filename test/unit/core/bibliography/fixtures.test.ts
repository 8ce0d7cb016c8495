import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { readBibliography } from '../../../../src/core/bibliography/readBibliography';
import { toCiteprocItem } from '../../../../src/core/model/citeprocItem';
import type { CslItem, ReferenceSummary } from '../../../../src/core/model/reference';
import { briefOfItem } from '../../../../src/core/model/referenceSummary';

// What Pandoc reads in these files is recorded beside them; README.md there says how.
const folder = path.resolve('test/fixtures/bibliographies');
const files = fs.readdirSync(folder).filter(name => name.endsWith('.bib'));

/** Fields that are meant to differ, by entry: test/agreement/README.md says why. */
const meant: Readonly<Record<string, readonly string[]>> = {
  // letters that Pandoc takes apart, leaves out, or does not know
  'accents.bib acute': ['title'],
  'accents.bib letters': ['title'],
  'accents.bib names': ['title'],
  // inside single quotation marks
  'accents.bib quotes': ['title'],
  'dates.bib both': ['issued'],
  // a day beside the month, which Pandoc leaves out with the month
  'dates.bib bibtex-day': ['issued'],
  'strings.bib month-joined': ['issued'],
  'types.bib conference': ['type'],
  'types.bib software': ['type'],
};

function read(name: string) {
  return readBibliography(fs.readFileSync(path.join(folder, name)), 'bibtex', name).references;
}

for (const name of files)
  test(`${name}: every field is what Pandoc reads`, () => {
    const recorded = fs.readFileSync(path.join(folder, name.replace(/\.bib$/, '.pandoc.json')), 'utf8');
    const ours = new Map(read(name).map(reference => [reference.key, reference]));
    for (const theirs of JSON.parse(recorded) as CslItem[]) {
      const reference = ours.get(theirs.id);
      assert.ok(reference, `${theirs.id} is missing`);
      const item = toCiteprocItem(reference.exchangeItem ?? reference.item);
      for (const [field, value] of Object.entries(theirs)) {
        // Pandoc 2 gives no type to what it does not know.
        if (value === '' || meant[`${name} ${theirs.id}`]?.includes(field)) continue;
        assert.deepEqual(plain(item[field as keyof CslItem]), plain(value), `${field} of ${theirs.id}`);
      }
    }
  });

/** Numbers as text: CSL JSON allows both. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
  return value === undefined ? undefined : String(value);
}

test('what Pandoc refuses is read as BibTeX reads it, or as far as it goes', () => {
  const titles = (name: string) => Object.fromEntries(read(name).map(({ key, item }) => [key, item.title]));
  assert.equal(titles('comments.bib').parentheses, 'Between parentheses (and more)');
  const broken = titles('broken.bib');
  assert.equal(broken['no-equals'], 'No sign');
  assert.equal(broken['cut-off'], 'Cut off in the midd');
});

/** What is told of a reference without decoding its item, and with. */
const summaryFields: readonly (keyof ReferenceSummary)[] = [
  'title',
  'authors',
  'firstFamily',
  'year',
  'venue',
  'abstract',
  'keywords',
  'identifiers',
  'isPreprint',
];

test('what is indexed of an entry is what its whole item says', () => {
  for (const name of files)
    for (const { key, brief, item } of read(name)) {
      const whole = briefOfItem(item);
      for (const field of summaryFields)
        assert.deepEqual(brief?.[field], whole[field], `${field} of ${key} in ${name}`);
    }
});

test('… whatever its type and fields', () => {
  const types = fc.constantFrom(
    ...'article book inbook incollection inproceedings collection proceedings thesis phdthesis report techreport online misc manual periodical patent unpublished software mvbook reference inreference suppbook'.split(
      ' ',
    ),
  );
  const names = fc.constantFrom(
    ...(
      'title subtitle titleaddon maintitle mainsubtitle booktitle booksubtitle issuetitle journal journaltitle journalsubtitle series ' +
      'eventtitle venue publisher school institution organization howpublished author editor year date month origdate keywords abstract ' +
      'doi url eprint eprinttype archiveprefix isbn pmid note number volume version type'
    ).split(' '),
  );
  const values = fc.constantFrom(
    'One Title',
    'What {Now}?',
    'A, B; C',
    'Doe, Jane and {ACME and Co}',
    'X and Y',
    '2001',
    '2001-05',
    '1999/2000',
    'in press',
    'arXiv preprint arXiv:2306.00629',
    'https://arxiv.org/abs/2306.00629v2',
    '10.1000/ABC',
    '10.48550/arXiv.2306.00629',
    'arxiv',
    'abs/2306.00629',
    '978-0-306-40615-7',
    '31452104',
    '$x^2$ of {\\"U}ber',
    '',
  );
  fc.assert(
    fc.property(
      types,
      fc.uniqueArray(fc.tuple(names, values), { selector: ([name]) => name, maxLength: 9 }),
      (type, fields) => {
        const text = `@${type}{k,${fields.map(([name, value]) => `${name} = {${value}}`).join(',')}}`;
        const [reference] = readBibliography(text, 'bibtex', 'x').references;
        const whole = briefOfItem(reference!.item);
        for (const field of summaryFields)
          assert.deepEqual(reference!.brief?.[field], whole[field], `${field} of ${text}`);
      },
    ),
    { numRuns: 2000 },
  );
});
