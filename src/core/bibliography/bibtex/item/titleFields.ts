import type { Inline } from '../../tex/inline';
import { readTex } from '../../tex/readTex';
import { joinedWith, literalList } from './itemText';
import { chapterTypes } from './itemType';

/** A field's value by its name. */
type GetField = (name: string) => string | undefined;

/** Fields of a title: `title`, `subtitle` and `titleaddon` with this before their names. */
export type TitlePrefix = '' | 'main' | 'book' | 'issue';

/** The fields that hold the title of an entry. */
export function titlePrefix(type: string, get: GetField): TitlePrefix {
  if (type === 'periodical' && get('issuetitle') !== undefined) return 'issue';
  return get('maintitle') !== undefined && !chapterTypes.has(type) ? 'main' : '';
}

/** The fields that hold the title of what it came out in: a title's, or a journal's; `undefined` when it says nothing of that. */
export function containerFields(type: string, get: GetField): TitlePrefix | 'journal' | undefined {
  if (type === 'periodical') return '';
  const isChapter = chapterTypes.has(type);
  if (isChapter && get('maintitle') !== undefined) return 'main';
  if (isChapter && get('booktitle') !== undefined) return 'book';
  if (get('journaltitle') || get('journal')) return 'journal';
  // Fields of other types: a `booktitle` in an article, say, is better shown than lost.
  return !isChapter && type !== 'book' && get('booktitle') !== undefined ? 'book' : undefined;
}

export const publisherFields = ['school', 'institution', 'organization', 'howpublished', 'publisher'];

/** Who brought it out: whatever fields say so, put together. */
export function publisherOf(get: GetField): Inline[] | undefined {
  return joinedWith(
    ';',
    publisherFields.map(field => {
      const value = get(field);
      if (value === undefined) return undefined;
      return field === 'howpublished' ? readTex(value) : literalList(value);
    }),
  );
}
