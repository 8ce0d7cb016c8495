import type { CslItem, DateValue, Name } from '../../model/reference';
import { tableOf } from '../../util/collections/tableOf';
import { uniqueCitationKey } from '../write/citationKey';
import { type MedlineRecord, medlineRecords } from './medlineRecords';

/**
 * The references of a text in PubMed's MEDLINE format, as its “Cite” button gives them in `.nbib` files
 * (https://www.nlm.nih.gov/bsd/mms/medlineelements.html).
 */
export function readMedline(text: string): CslItem[] {
  const taken = new Set<string>();
  return medlineRecords(text).map(record => {
    const item = itemOf(record);
    const id = uniqueCitationKey(item, key => taken.has(key));
    taken.add(id);
    return { ...item, id };
  });
}

/** Types of publications that are no articles of journals. */
const typeOf: Readonly<Record<string, string>> = tableOf({
  Book: 'book',
  'Book Chapter': 'chapter',
  Preprint: 'article',
  Dissertation: 'thesis',
  News: 'article-newspaper',
  'Review Literature': 'article-journal',
});

function itemOf(record: MedlineRecord): CslItem {
  const one = (...tags: string[]) => tags.map(tag => record.get(tag)?.[0]).find(Boolean);
  const ids = [...(record.get('LID') ?? []), ...(record.get('AID') ?? [])];
  const doi = ids.map(id => /^(\S+) \[doi\]$/i.exec(id)?.[1]).find(Boolean);
  const type =
    (record.get('PT') ?? []).map(name => typeOf[name]).find(Boolean) ??
    (one('JT', 'TA') ? 'article-journal' : 'book');
  const isChapter = type === 'chapter' || (one('BTI') !== undefined && one('TI') !== undefined);
  const fields: Record<string, unknown> = {
    title: titleOf(one('TI', 'BTI') ?? ''),
    author: namesOf(record, 'FAU', 'AU', 'CN'),
    editor: namesOf(record, 'FED', 'ED'),
    'container-title': isChapter ? one('BTI') : one('JT', 'TA'),
    'container-title-short': one('TA'),
    issued: dateOf(one('DP') ?? ''),
    volume: one('VI'),
    issue: one('IP'),
    page: pagesOf(one('PG') ?? ''),
    publisher: one('PB'),
    'publisher-place': one('PL'),
    ISSN: /^[\dX-]{8,9}/i.exec(one('IS') ?? '')?.[0],
    ISBN: one('ISBN'),
    DOI: doi,
    PMID: one('PMID'),
    PMCID: one('PMC'),
    language: one('LA'),
    abstract: one('AB'),
    keyword: record
      .get('OT')
      ?.map(word => word.replace(/^\*/, ''))
      .join(', '),
  };
  const present = Object.entries(fields).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return { id: '', type: isChapter ? 'chapter' : type, ...Object.fromEntries(present) };
}

/** A full stop ends each title; one in brackets is a translation. */
function titleOf(written: string): string {
  return written.replace(/(?<!\.\.)\.$/, '').replace(/^\[(.*)\]$/, '$1');
}

/** `Smith, John A` as it is in full, else `Smith JA`; bodies as they stand. */
function namesOf(record: MedlineRecord, full: string, short: string, bodies?: string): Name[] {
  const people = (record.get(full) ?? record.get(short) ?? []).map((name): Name => {
    const [family, given, suffix] = name.split(/,\s*/);
    if (given) return { family: family!, given: initialsSpaced(given), ...(suffix && { suffix }) };
    const initials = /^(.+?) ([A-Z]{1,4})(?: (Jr|Sr|2nd|3rd|4th))?$/.exec(name);
    if (!initials) return { literal: name };
    const spaced = [...initials[2]!].map(letter => `${letter}.`).join(' ');
    return { family: initials[1]!, given: spaced, ...(initials[3] && { suffix: initials[3] }) };
  });
  const corporate = bodies ? (record.get(bodies) ?? []).map((literal): Name => ({ literal })) : [];
  return [...people, ...corporate];
}

/** `John A` is `John A.` */
function initialsSpaced(given: string): string {
  return given.replace(/(?<=^|\s)([A-Z])(?=\s|$)/g, '$1.');
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `2020 Mar 15`, `2020 Jan-Feb`, `2019 Winter`, `2019 Dec-2020 Jan`. */
function dateOf(written: string): DateValue | undefined {
  const match = /^(\d{4})(?: ([A-Za-z]{3})[a-z]*(?: (\d{1,2})(?!\d))?)?/.exec(written);
  if (!match) return undefined;
  const month = months.indexOf((match[2] ?? '').toLowerCase()) + 1;
  const parts = [
    Number(match[1]),
    ...(month ? [month] : []),
    ...(month && match[3] ? [Number(match[3])] : []),
  ];
  return { 'date-parts': [parts] };
}

/** `123-8` is `123-128`. */
function pagesOf(written: string): string {
  return written.replace(/\b(\d+)-(\d+)\b/g, (range, first: string, last: string) =>
    last.length < first.length ? `${first}-${first.slice(0, first.length - last.length)}${last}` : range,
  );
}
