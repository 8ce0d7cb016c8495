import { identifierLabel } from '../../model/identifiers/identifier';
import type { Name } from '../../model/reference';
import { yearOf } from '../../model/year';
import { say } from '../../util/say';
import { catalogOf } from '../services/catalogs';
import { retractionForPeople } from './entryItem';
import type { FoundWork } from './mergeRecords';
import { isAlike } from './sameWork';

/** A work in a few lines for people to read: what it is, what there is to know of it, and who says so. */
export function describeWork(work: FoundWork): string {
  const { item } = work;
  const venue = [item['container-title'] ?? item.publisher, item.volume, item.page]
    .filter(Boolean)
    .join(', ');
  const lines = [
    item.title ?? '(without title)',
    [namesOf(item.author ?? item.editor ?? []), yearOf(item), venue]
      .filter(Boolean)
      .join('. ')
      .replaceAll('..', '.'),
    work.identifiers.map(identifierLabel).join('  '),
    ...workNotes(work),
    `From ${work.sources.map(({ service, fields }) => `${catalogOf(service).name}${fields.length === 0 ? ' (nothing new)' : ''}`).join(', ')}`,
  ];
  return lines.filter(Boolean).join('\n  ');
}

/** How the published version of a preprint is asked for, and shown: by its identifier, else as its authors say where it appeared. */
export function publishedVersion({
  item,
  publishedAs,
  publishedIn,
}: FoundWork): PublishedVersion | undefined {
  if (publishedAs) return { query: identifierLabel(publishedAs), shown: identifierLabel(publishedAs) };
  if (!publishedIn) return undefined;
  const reference = [namesOf(item.author ?? []), item.title, publishedIn].filter(Boolean).join('. ');
  return { query: reference, shown: publishedIn };
}

/** A preprint comes out in print within so many years. */
const yearsToPrint = 10;

/** The published version among what was found for its authors, title and place: another work on the same words is none. */
export function publishedAmong(preprint: FoundWork, found: readonly FoundWork[]): FoundWork | undefined {
  return found.find(
    ({ item, confidence }) =>
      item.type !== preprint.item.type &&
      (confidence !== undefined || isAlike(item, preprint.item, yearsToPrint)),
  );
}

interface PublishedVersion {
  readonly query: string;
  readonly shown: string;
}

/** What a writer should know before citing: a retraction, a correction, another version, how sure the match is. */
export function workNotes(
  work: Pick<
    FoundWork,
    'notices' | 'noticeOf' | 'publishedAs' | 'publishedIn' | 'preprint' | 'confidence' | 'isTitledOtherwise'
  >,
): string[] {
  const retraction = retractionForPeople(work);
  const concern = work.notices?.find(({ kind }) => kind === 'concern');
  const correction = work.notices?.find(({ kind }) => kind === 'correction');
  return [
    work.isTitledOtherwise ? say('Its title is not the one in the text') : '',
    retraction ?? '',
    concern ? say('Expression of concern') + (concern.doi ? `: https://doi.org/${concern.doi}` : '') : '',
    correction ? say('Corrected') + (correction.doi ? `: https://doi.org/${correction.doi}` : '') : '',
    work.noticeOf ? noticeOf(work.noticeOf) : '',
    work.publishedAs ? say('Published as {0}', identifierLabel(work.publishedAs)) : '',
    work.publishedIn ? say('Published in {0}', work.publishedIn) : '',
    work.preprint ? say('Published version of {0}', identifierLabel(work.preprint)) : '',
    work.confidence === undefined ? '' : say('{0}% sure', Math.round(work.confidence * 100)),
  ].filter(Boolean);
}

function noticeOf({ kind, doi }: NonNullable<FoundWork['noticeOf']>): string {
  switch (kind) {
    case 'retraction':
      return say('A retraction of {0}', doi);
    case 'concern':
      return say('An expression of concern about {0}', doi);
    case 'correction':
      return say('A correction of {0}', doi);
  }
}

function namesOf(names: readonly Name[]): string {
  const list = names.map(
    name => name.literal ?? [name['non-dropping-particle'], name.family].filter(Boolean).join(' '),
  );
  return list.length > 4 ? `${list.slice(0, 3).join(', ')} et al.` : list.join(', ');
}
