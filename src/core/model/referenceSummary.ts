import { displayName } from './displayName';
import type { Identifier } from './identifiers/identifier';
import { itemIdentifiers } from './identifiers/itemIdentifiers';
import { listedWords } from './listedWords';
import type { CslItem, Reference, ReferenceSummary } from './reference';
import { yearOf } from './year';

/** From the reference's own brief where its reader offers one, so that the whole item need not be decoded. */
export function briefOf(reference: Reference): ReferenceSummary {
  return reference.brief ?? briefOfItem(reference.item);
}

export function briefOfItem(item: CslItem): ReferenceSummary {
  const makers = [item.author, item.editor].find(list => Array.isArray(list) && list.length > 0) ?? [];
  const first = makers[0];
  const brief: { -readonly [field in keyof ReferenceSummary]: ReferenceSummary[field] } = {
    title: typeof item.title === 'string' ? item.title : '',
    authors: makers.map(displayName).filter(name => name !== ''),
  };
  const family = first && (first.family ?? first.literal);
  const year = yearOf(item);
  const venue = [item.custom?.venue, item['container-title'], item['event-title'], item.publisher].find(
    (name): name is string => typeof name === 'string' && name !== '',
  );
  const identifiers = ownIdentifiers(item);
  if (family) brief.firstFamily = family;
  if (year) brief.year = year;
  if (venue) brief.venue = venue;
  if (typeof item.abstract === 'string') brief.abstract = item.abstract;
  if (typeof item.language === 'string' && item.language !== '') brief.language = item.language;
  if (typeof item.keyword === 'string') brief.keywords = listedWords(item.keyword);
  if (identifiers.length) brief.identifiers = identifiers;
  if (isPreprint(identifiers, item['container-title'])) brief.isPreprint = true;
  if (typeof item.type === 'string') brief.types = [item.type];
  const { attachments } = item.custom ?? {};
  const isNamed = [item.file, item.custom?.file].some(file => typeof file === 'string' && file !== '');
  brief.hasFile = isNamed || (Array.isArray(attachments) && attachments.length > 0);
  brief.hasNote = [item.note, item.annote].some(note => typeof note === 'string' && note !== '');
  const { collections } = item.custom ?? {};
  if (Array.isArray(collections)) brief.collections = collections.filter(name => typeof name === 'string');
  if (typeof item.custom?.added === 'string') brief.added = item.custom.added;
  return brief;
}

const parts = /^(?:chapter|paper-conference|entry(?:-.*)?|article-.*)$/;

/** The identifiers of an item that are not those of the book it is a part of. */
export function ownIdentifiers(item: CslItem): readonly Identifier[] {
  const all = itemIdentifiers(item);
  return parts.test(item.type) ? all.filter(({ kind }) => kind !== 'isbn') : all;
}

/** Whether a work has an arXiv id, and neither a DOI of a publisher nor a container but arXiv. */
export function isPreprint(identifiers: readonly Identifier[], container: unknown): boolean {
  const isPublished =
    identifiers.some(({ kind }) => kind !== 'arxiv') ||
    (typeof container === 'string' && container !== '' && !/arxiv|^corr$|preprint/i.test(container));
  return !isPublished && identifiers.length > 0;
}
