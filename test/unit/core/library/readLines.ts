import { setImmediate } from 'node:timers/promises';
import { createLocalLibrary, type LibraryParts } from '../../../../src/core/library/library';
import type { LibraryReference } from '../../../../src/core/library/libraryService';
import type { ReadBibliography } from '../../../../src/core/library/sources/readContent';
import type { Source } from '../../../../src/core/model/source';
import { IndexFormatError } from '../../../../src/core/search/index/invertedIndex';
import { SearchIndex } from '../../../../src/core/search/searchIndex';

/** A bibliography of one line an entry: `key | title | family | year | doi`; a last line without `|` is half an entry. */
export const readLines: ReadBibliography = function* (content, _format, sourceId) {
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  const lines = text.split('\n').filter(Boolean);
  yield 0.5;
  const whole = lines.filter(line => line.includes('|'));
  let end = 0;
  const references = whole.map((line, index) => {
    const start = text.indexOf(line, end);
    end = start + line.length;
    const [key = '', title = '', family, year, DOI] = line.split('|').map(part => part.trim());
    const item = {
      id: key,
      type: 'article',
      title,
      ...(family ? { author: [{ family }] } : {}),
      ...(year ? { issued: { 'date-parts': [[Number(year)]] } } : {}),
      ...(DOI ? { DOI } : {}),
    };
    return { key, item, origin: { source: sourceId, line: index, start, end }, content: line };
  });
  return { references, problems: [], text, whole: { text }, truncated: whole.length < lines.length };
};

export function linesLibrary(parts: Partial<LibraryParts> = {}) {
  return createLocalLibrary({
    createIndex: (texts, bytes) => {
      try {
        return bytes ? SearchIndex.load(bytes, texts) : new SearchIndex(texts);
      } catch (error) {
        if (error instanceof IndexFormatError) return undefined;
        throw error;
      }
    },
    read: readLines,
    topics: [],
    pause: () => setImmediate(),
    writer: 'test 1',
    ...parts,
  });
}

export function sourceOf(id: string): Source {
  return { id, kind: 'bibliography', label: `${id}.bib`, format: 'bibtex' };
}

/** `a:smith2020 = b:smith` for a work that two sources have under these keys. */
export function describe(reference: LibraryReference | undefined): string {
  return reference?.origins.map(({ source, key }) => `${source}:${key}`).join(' = ') ?? 'none';
}
