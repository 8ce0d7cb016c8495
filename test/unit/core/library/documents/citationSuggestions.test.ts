import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type SuggestionRequest,
  suggestionsFor,
} from '../../../../../src/core/library/documents/citationSuggestions';
import type { InlineReference } from '../../../../../src/core/library/documents/inlineReferences';
import type { SearchHit } from '../../../../../src/core/library/libraryService';
import { parseIdentifier } from '../../../../../src/core/model/identifiers/parseIdentifier';
import type { CslItem } from '../../../../../src/core/model/reference';

/** A work that a source has. */
function hit(key: string, item: Partial<CslItem> = {}, source = 'refs.bib'): SearchHit {
  const origin = { source, key };
  const reference = { key, item: { id: key, type: 'book', ...item }, origin, origins: [origin] };
  return { reference, score: 1, titleMatches: [] } as unknown as SearchHit;
}

const listed = (key: string, text: string): InlineReference => ({ key, text, start: 0 });

function suggested(request: Partial<SuggestionRequest>) {
  const { lacking, suggestions } = suggestionsFor({
    typed: '',
    language: 'markdown',
    hits: [],
    listed: [],
    sources: ['refs.bib'],
    identifier: undefined,
    isBesideAnother: false,
    ...request,
  });
  return { lacking, keys: suggestions.map(({ key }) => key) };
}

describe('what is suggested where a key goes', () => {
  it('begins with keys that go on as typed, whoever lists them and in whatever case', () => {
    const { keys } = suggested({
      typed: 'hero',
      hits: [hit('grey1999', { title: 'Heroes' }), hit('Heron2001'), hit('heron2002')],
      listed: [listed('egret', 'A heroic egret'), listed('hero', 'No title')],
    });
    assert.deepEqual(keys, ['hero', 'Heron2001', 'heron2002', 'egret', 'grey1999']);
  });

  it('has once what the document lists itself and the library has too, and of its works those with all words typed', () => {
    const { keys } = suggested({
      typed: 'grey heron',
      hits: [hit('heron'), hit('other')],
      listed: [listed('heron', 'The Grey Heron'), listed('stork', 'The White Stork')],
    });
    assert.deepEqual(keys, ['heron', 'other']);
  });

  it('is one work where an identifier is typed, or nothing that could be another', () => {
    const identifier = parseIdentifier('10.1000/heron.1');
    const typed = '10.1000/heron.1';
    const hits = [hit('stranger'), hit('heron', { DOI: '10.1000/HERON.1' })];
    assert.deepEqual(suggested({ typed, identifier, hits }), { lacking: undefined, keys: ['heron'] });
    assert.deepEqual(suggested({ typed, identifier, hits: [hit('stranger')] }), {
      lacking: identifier,
      keys: [],
    });
  });

  it('leaves to another extension what that lists: the bibliographies of the document, as far as it finds the typed words', () => {
    const hits = [
      hit('heron2001', { title: 'Herons' }),
      hit('egret2001', { title: 'White waders' }),
      hit('heron2002', { title: 'Herons' }, 'others.bib'),
    ];
    const typed = 'heron';
    assert.deepEqual(suggested({ typed, hits, isBesideAnother: true }).keys, ['heron2002', 'egret2001']);
    assert.equal(suggested({ typed, hits }).keys.length, 3);
  });

  it('writes no key that its language cannot read: a new one where no entry is there yet, else nothing', () => {
    const item = { title: 'Herons of the Coast', author: [{ family: 'Roe' }] };
    const [made, ...more] = suggested({ hits: [hit('a b', item, 'zotero')] }).keys;
    assert.match(made ?? '', /^roe/i);
    assert.deepEqual(more, []);
    assert.deepEqual(suggested({ hits: [hit('a b', item)] }).keys, []);
  });

  it('goes on without an item that nothing can be made of', () => {
    const broken = hit('a b', {}, 'zotero');
    Object.defineProperty(broken.reference, 'item', {
      get: () => {
        throw new Error('damaged');
      },
    });
    assert.deepEqual(suggested({ hits: [broken, hit('heron')] }).keys, ['heron']);
  });
});
