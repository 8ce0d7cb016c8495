import { identifierUrl } from '../../model/identifiers/identifier';
import type { CslItem, Name } from '../../model/reference';
import { say } from '../../util/say';
import { withoutRetractionMark } from '../text/retracted';
import type { FoundWork } from './mergeRecords';

/**
 * The item as a careful author writes it down: no publisher of a journal, initials with stops, its retraction in a note. `key` becomes
 * its id.
 */
export function entryItem(work: FoundWork, key: string): CslItem {
  const item: Record<string, unknown> = { ...withInitials(work.item), id: key };
  if (item.type === 'article-journal') delete item.publisher;
  const note = retractionNote(work);
  if (note) item.note = note;
  return item as CslItem;
}

/** The item with its people's initials written out. */
export function withInitials(item: CslItem): CslItem {
  const people = (['author', 'editor', 'translator'] as const).flatMap(role => {
    const names = item[role];
    return Array.isArray(names) ? [[role, (names as Name[]).map(withStops)]] : [];
  });
  return { ...item, ...Object.fromEntries(people) };
}

/** `Wakefield, AJ` → `A. J.`, `Marcelo H` → `Marcelo H.`: initials run together would count as one. */
function withStops(name: Name): Name {
  if (!name.given) return name;
  const given = name.given
    .split(' ')
    .map(part => (/^\p{Lu}{1,3}$/u.test(part) ? [...part].map(letter => `${letter}.`).join(' ') : part))
    .join(' ');
  return given === name.given ? name : { ...name, given };
}

/** The item that a citation key is made of: what services mark a retracted title with is no word of it. */
export function keyItem({ item }: Pick<FoundWork, 'item'>): CslItem {
  return {
    ...item,
    title: withoutRetractionMark(item.title ?? ''),
  };
}

/** `Retracted: https://doi.org/10.1016/…`, with what is known of it. */
export function retractionNote(work: Pick<FoundWork, 'notices'>): string | undefined {
  return retraction(work, (said, date) => (date ? `${said} ${date}` : said));
}

/** The same for whoever looks at a list, in their language. */
export function retractionForPeople(work: Pick<FoundWork, 'notices'>): string | undefined {
  return retraction(work, (said, date) => {
    if (said === 'Withdrawn') return date ? say('Withdrawn {0}', date) : say('Withdrawn');
    return date ? say('Retracted {0}', date) : say('Retracted');
  });
}

function retraction(
  work: Pick<FoundWork, 'notices'>,
  saidOn: (said: 'Withdrawn' | 'Retracted', date: string | undefined) => string,
): string | undefined {
  const notice = work.notices?.find(({ kind }) => kind === 'retraction');
  if (!notice) return undefined;
  const url = notice.doi ? identifierUrl({ kind: 'doi', id: notice.doi }) : undefined;
  // arXiv's authors withdraw their papers.
  const said = saidOn(notice.source === 'arXiv' ? 'Withdrawn' : 'Retracted', notice.date);
  return url ? `${said}: ${url}` : said;
}
