import { doiOf } from '../../identifiers';
import type { Brief } from '../../library/brief';
import type { Name } from '../../reference';
import { yearOf } from '../../year';
import { detached } from '../detached';
import type { EntryFields } from './bibtexFile';
import { arxivId, dateOf, identifier } from './cslItem';
import { chapterTypes } from './itemType';
import { readNames } from './nameList';

const publisherFields = ['eventtitle', 'school', 'institution', 'organization', 'howpublished', 'publisher'];

/** What indexing needs of an entry: the same texts as its CSL item has, without making the rest of it. */
export function entryBrief(type: string, fields: EntryFields): Brief {
  const authors = readNames(fields.get('author') ?? '').names;
  const names = authors.length ? authors : readNames(fields.get('editor') ?? '').names;
  const family = names[0] && (names[0].family ?? names[0].literal);
  const date = dateOf(fields);
  const year = date && yearOf({ id: '', type, issued: date });
  const venue = venueOf(type, fields);
  const keywords = fields.plain('keywords');
  const doi = doiOf({ id: '', type, DOI: identifier(fields.get('doi')) ?? '' });
  const archive = (fields.get('eprinttype') ?? fields.get('archiveprefix') ?? '').trim().toLowerCase();
  const arxiv = arxivId(identifier(fields.get('eprint')), archive);
  const brief: { -readonly [field in keyof Brief]: Brief[field] } = {
    title: detached(titleOf(type, fields)),
    authors: names.map(displayName),
    // Long, and not wanted by all: read when asked for.
    get abstract() {
      const abstract = fields.plain('abstract');
      return abstract && detached(abstract);
    },
  };
  if (family) brief.firstFamily = family;
  if (year) brief.year = year;
  if (venue) brief.venue = detached(venue);
  if (keywords)
    brief.keywords = keywords
      .split(/\s*[,;]\s*/)
      .filter(Boolean)
      .map(detached);
  if (doi) brief.doi = doi.toLowerCase();
  if (arxiv) brief.arxiv = detached(arxiv);
  return brief;
}

function displayName(name: Name): string {
  const particles = [name['dropping-particle'], name['non-dropping-particle']];
  return name.literal ?? [name.given, ...particles, name.family].filter(Boolean).join(' ');
}

function titleOf(type: string, fields: EntryFields): string {
  const isVolume = fields.get('maintitle') !== undefined && !chapterTypes.has(type);
  const prefix =
    type === 'periodical' && fields.get('issuetitle') !== undefined ? 'issue' : isVolume ? 'main' : '';
  return withSubtitle(fields, prefix);
}

function withSubtitle(fields: EntryFields, prefix: string): string {
  const title = fields.plain(`${prefix}title`) ?? '';
  const subtitle = fields.plain(`${prefix}subtitle`);
  const addon = fields.plain(`${prefix}titleaddon`);
  return [
    [subtitle, ':'],
    [addon, '.'],
  ].reduce((text, [part, sign]) => {
    if (!part || !text) return text || (part ?? '');
    return `${text}${/[!?.,:;]$/.test(text) ? '' : sign} ${part}`;
  }, title);
}

/** Where it came out: the container, the event, or who published it. */
function venueOf(type: string, fields: EntryFields): string | undefined {
  if (type === 'periodical') return withSubtitle(fields, '');
  if (chapterTypes.has(type)) {
    if (fields.get('maintitle') !== undefined) return withSubtitle(fields, 'main');
    if (fields.get('booktitle') !== undefined) return withSubtitle(fields, 'book');
  }
  const journal = fields.plain('journaltitle') ?? fields.plain('journal');
  if (journal) return journal;
  if (!chapterTypes.has(type) && type !== 'book' && fields.get('booktitle') !== undefined)
    return withSubtitle(fields, 'book');
  for (const name of publisherFields) {
    const value = fields.plain(name);
    if (value) return value;
  }
  return undefined;
}
