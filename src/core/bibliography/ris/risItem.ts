import type { Name } from '../../model/reference';
import { risNames, risTypes, risVariables } from './risFields';

/** `TY  - JOUR`; also with one blank, none after the hyphen, or a tab, as various programs write it; indented or in small letters with both. */
const risLine = /^(?:([A-Z][A-Z0-9]) {0,2}-(?:[ \t](.*)|)|[ \t]*([A-Za-z][A-Za-z0-9]) {2}-(?:[ \t](.*)|))$/;

/** The values of each tag of an entry, in order; lines without a tag go on with the one before. */
export function risTags(text: string): Map<string, string[]> {
  const tags = new Map<string, string[]>();
  let last: string[] | undefined;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const match = risLine.exec(line.trimEnd());
    if (match) {
      const tag = (match[1] ?? match[3]!).toUpperCase();
      last = tags.get(tag) ?? [];
      if (!tags.has(tag)) tags.set(tag, last);
      last.push((match[2] ?? match[4] ?? '').trim());
    } else if (last?.length && line.trim()) last[last.length - 1] += ` ${line.trim()}`;
  }
  return tags;
}

/** Types whose `IS` is the number of an issue; for books and their parts it is that within a series. */
const inIssues = new Set([
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'paper-conference',
  'review',
]);
const series = new Set(['book', 'chapter', 'pamphlet']);

/** An entry as CSL. */
export function risItem(text: string): Record<string, unknown> {
  const tags = risTags(text);
  const item: Record<string, unknown> = {
    type: risTypes.get((tags.get('TY')?.[0] ?? '').toUpperCase()) ?? 'document',
  };
  const first = (names: readonly string[]) =>
    names.map(name => tags.get(name)?.find(value => value !== '')).find(value => value !== undefined);
  for (const [variable, names] of risVariables) {
    const value = first(names);
    if (value !== undefined) item[variable] = value;
  }
  if (item.issue !== undefined && !inIssues.has(item.type as string)) {
    item[series.has(item.type as string) ? 'collection-number' : 'number'] = item.issue;
    delete item.issue;
  }
  if (/^arxiv:/i.test(tags.get('AN')?.[0] ?? '')) item.number ??= tags.get('AN')![0];
  const genre = tags.get('M3')?.[0];
  if (genre && !/\b10\.\d{4,9}\//.test(genre)) item.genre = genre;
  if (item['container-title-short'] === item['container-title']) delete item['container-title-short'];
  for (const [variable, names] of risNames) {
    const people = names.flatMap(name => tags.get(name) ?? []).filter(value => value !== '');
    if (people.length) item[variable] = people.map(risName);
  }
  const issued = risDate(first(['DA']), first(['PY', 'Y1']));
  if (issued) item.issued = issued;
  const accessed = risDate(first(['Y2']), undefined);
  if (accessed) item.accessed = accessed;
  addPages(item, tags);
  addIdentifiers(item, tags);
  const attachments = ['L1', 'L4']
    .flatMap(tag => tags.get(tag) ?? [])
    .filter(Boolean)
    .map(path => ({ path }));
  if (attachments.length) item.custom = { attachments };
  const keywords = (tags.get('KW') ?? []).filter(word => word !== '');
  if (keywords.length) item.keyword = keywords.join(', ');
  return item;
}

/** `Knuth, Donald E., Jr.`; a name without a comma is a body’s or has no parts that could be told apart. */
function risName(written: string): Name {
  const [family = '', given, suffix] = written.split(',').map(part => part.trim());
  if (given === undefined || given === '') return { literal: family };
  return { family, given, ...(suffix ? { suffix } : {}) };
}

/** `2001/05/03/spring`, `2001-05-03`, `2001`; the year alone may be in another field than the day. */
function risDate(date: string | undefined, year: string | undefined): Record<string, unknown> | undefined {
  for (const written of [date, year]) {
    const match = /^(\d{4})(?:[/-](\d{0,2}))?(?:[/-](\d{0,2}))?/.exec(written ?? '');
    if (match) {
      const parts = match.slice(1).map(Number);
      const end = parts.findIndex(part => !(part > 0));
      return { 'date-parts': [end < 0 ? parts : parts.slice(0, end)] };
    }
  }
  const text = date ?? year;
  return text ? { literal: text } : undefined;
}

function addPages(item: Record<string, unknown>, tags: ReadonlyMap<string, readonly string[]>): void {
  const start = tags.get('SP')?.[0];
  const end = tags.get('EP')?.[0];
  if (!start) return;
  item.page = end && end !== start && !/[-–]/.test(start) ? `${start}-${end}` : start;
}

/** `SN` is an ISSN or an ISBN, by its length. */
function addIdentifiers(item: Record<string, unknown>, tags: ReadonlyMap<string, readonly string[]>): void {
  for (const number of tags.get('SN') ?? []) {
    const digits = number.replace(/[^\dXx]/g, '').length;
    if (digits === 8) item.ISSN ??= number;
    else if (digits >= 10) item.ISBN ??= number;
  }
  if (typeof item.DOI === 'string')
    item.DOI = item.DOI.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  else {
    const doi = [...(tags.get('M3') ?? []), ...(tags.get('UR') ?? [])]
      .map(value => /\b10\.\d{4,9}\/[^\s"<>]+/.exec(value)?.[0])
      .find(Boolean);
    if (doi) item.DOI = doi;
  }
}
