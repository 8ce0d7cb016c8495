import { itemIdentifier } from '../../model/identifiers/itemIdentifiers';
import type { CslItem, DateValue, Name } from '../../model/reference';
import { tableOf } from '../../util/collections/tableOf';
import { isoDate } from '../write/bibtex/bibtexDate';
import { protectedTitle } from '../write/bibtex/titleText';
import { richText } from '../write/richText';
import { roleVariables } from './hayagrivaTypes';

/** Fields in the order in which they are written. */
export type HayagrivaFields = Record<string, unknown>;

interface Form {
  readonly type: string;
  /** The type of what it was published in, where the item names that. */
  readonly parent?: string;
}

const forms: Readonly<Record<string, Form>> = tableOf({
  'article-journal': { type: 'article', parent: 'periodical' },
  'article-magazine': { type: 'article', parent: 'periodical' },
  'article-newspaper': { type: 'article', parent: 'newspaper' },
  review: { type: 'article', parent: 'periodical' },
  'review-book': { type: 'article', parent: 'periodical' },
  article: { type: 'article', parent: 'periodical' },
  'paper-conference': { type: 'article', parent: 'proceedings' },
  chapter: { type: 'chapter', parent: 'book' },
  entry: { type: 'entry', parent: 'reference' },
  'entry-dictionary': { type: 'entry', parent: 'reference' },
  'entry-encyclopedia': { type: 'entry', parent: 'reference' },
  'post-weblog': { type: 'article', parent: 'blog' },
  post: { type: 'post', parent: 'post' },
  webpage: { type: 'web', parent: 'web' },
  book: { type: 'book' },
  collection: { type: 'anthology' },
  periodical: { type: 'periodical' },
  pamphlet: { type: 'book' },
  report: { type: 'report' },
  thesis: { type: 'thesis' },
  manuscript: { type: 'manuscript' },
  patent: { type: 'patent' },
  legal_case: { type: 'case' },
  legislation: { type: 'legislation' },
  bill: { type: 'legislation' },
  software: { type: 'repository' },
  dataset: { type: 'repository' },
  motion_picture: { type: 'video' },
  broadcast: { type: 'video', parent: 'video' },
  song: { type: 'audio', parent: 'audio' },
  graphic: { type: 'artwork' },
  figure: { type: 'artwork' },
  performance: { type: 'performance' },
  speech: { type: 'misc', parent: 'conference' },
});

/** A CSL item as an entry of Hayagriva: what names its container, with volume and issue, goes to a parent. */
export function hayagrivaEntry(item: CslItem): HayagrivaFields {
  const form = forms[item.type] ?? { type: 'misc', parent: 'misc' };
  const container =
    formatted(item, 'container-title') ??
    (form.parent === 'conference' ? formatted(item, 'event-title') : undefined);
  const parentType = container && form.parent;
  const arxiv = itemIdentifier(item, 'arxiv');
  const isPart = parentType !== undefined;
  const entry = filled({ type: form.type, title: titleOf(item), author: people(item.author, item) });
  const parent = isPart
    ? filled({ type: parentType, title: withShort(container, plain(item['container-title-short'])) })
    : undefined;
  const place = parent ?? entry;
  Object.assign(place, filled({ editor: people(item.editor), volume: numeric(item.volume) }));
  Object.assign(
    place,
    filled({ issue: numeric(item.issue), edition: numeric(item.edition), publisher: publisherOf(item) }),
  );
  Object.assign(
    entry,
    filled({
      date: dateOf(item.issued),
      'page-range': plain(item.page)?.replace(/\s*[–—]\s*/g, '-'),
      'page-total': numeric(item['number-of-pages']),
      'volume-total': numeric(item['number-of-volumes']),
      chapter: numeric(item['chapter-number']),
      affiliated: affiliated(item),
    }),
  );
  const serial = filled({
    doi: itemIdentifier(item, 'doi') ? plain(item.DOI) && itemDoi(item) : undefined,
    arxiv,
    isbn: isPart ? undefined : plain(item.ISBN),
    issn: isPart ? undefined : plain(item.ISSN),
    pmid: plain(item.PMID),
    pmcid: plain(item.PMCID),
    serial: /^arxiv:/i.test(plain(item.number) ?? '') ? undefined : plain(item.number),
    version: plain(item.version),
  });
  if (Object.keys(serial).length) entry['serial-number'] = serial;
  if (parent) {
    const numbers = filled({ isbn: plain(item.ISBN), issn: plain(item.ISSN) });
    if (Object.keys(numbers).length) parent['serial-number'] = numbers;
  }
  Object.assign(
    entry,
    filled({
      url: addressOf(item),
      language: /^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.test(plain(item.language) ?? '')
        ? plain(item.language)
        : undefined,
      genre: text(item, 'genre'),
      archive: text(item, 'archive'),
      'archive-location': text(item, 'archive_location'),
      'call-number': text(item, 'call-number'),
      note:
        text(item, 'note') ??
        (dateOf(item.issued)
          ? undefined
          : escaped(item.issued?.literal ?? item.issued?.raw ?? '') || undefined),
    }),
  );
  const parents = [
    parent,
    eventOf(item, parentType),
    !isPart && arxiv ? { type: 'repository', title: 'arXiv' } : undefined,
  ].filter(one => one !== undefined);
  const series = formatted(item, 'collection-title');
  if (series) {
    const collection = filled({
      type:
        parentType === 'proceedings' || form.type === 'report'
          ? 'anthology'
          : form.type === 'book'
            ? 'book'
            : 'anthology',
      title: series,
      volume: numeric(item['collection-number']),
      editor: people(item['collection-editor'] as readonly Name[] | undefined),
    });
    if (parent) parent.parent = collection;
    else parents.push(collection);
  }
  if (parents.length) entry.parent = parents.length === 1 ? parents[0] : parents;
  return entry;
}

function itemDoi(item: CslItem): string | undefined {
  return /10\.\d{4,9}\/\S+/.exec(plain(item.DOI) ?? '')?.[0];
}

function filled(fields: Readonly<Record<string, unknown>>): HayagrivaFields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  );
}

function plain(value: unknown): string | undefined {
  const text =
    typeof value === 'string' || typeof value === 'number' ? String(value).replace(/\s+/g, ' ').trim() : '';
  return text || undefined;
}

/** Whole numbers as such, which need no quotation marks. */
function numeric(value: unknown): string | number | undefined {
  const text = plain(value);
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : text;
}

/** Braces and `$` mean something in Hayagriva's texts. */
function escaped(text: string): string {
  return text.replace(/[\\{}$]/g, '\\$&');
}

/** A text without markup, which Hayagriva has none for. */
function text(item: CslItem, field: string): string | undefined {
  const value = plain(item[field]);
  return value && escaped(value);
}

/** With braces around what no style may turn to lower case. */
function formatted(item: CslItem, field: string): string | undefined {
  const written = richText(item, field);
  return written ? protectedTitle(written, escaped) : undefined;
}

function titleOf(item: CslItem): unknown {
  return withShort(formatted(item, 'title'), plain(item['title-short']));
}

function withShort(value: string | undefined, short: string | undefined): unknown {
  return value && short ? { value, short: escaped(short) } : value;
}

function publisherOf(item: CslItem): unknown {
  const name = text(item, 'publisher') ?? text(item, 'authority');
  const location = text(item, 'publisher-place');
  if (name === 'arXiv' && itemIdentifier(item, 'arxiv')) return undefined;
  return location ? filled({ name, location }) : name;
}

function addressOf(item: CslItem): unknown {
  const value = plain(item.URL);
  if (!value || !/^[a-z][a-z\d+.-]*:\S+$/i.test(value)) return undefined;
  const date = dateOf(item.accessed as DateValue | undefined);
  return date ? { value, date } : value;
}

/** Hayagriva has no ranges: of one it takes the first. */
function dateOf(date: DateValue | undefined): string | undefined {
  const iso = isoDate(date)?.split('/')[0]?.replace(/~$/, '');
  return iso && (date?.circa ? `~${iso}` : iso);
}

function eventOf(item: CslItem, parentType: string | undefined): HayagrivaFields | undefined {
  const title = formatted(item, 'event-title');
  if (!title || parentType === 'conference' || title === formatted(item, 'container-title')) return undefined;
  return filled({
    type: 'conference',
    title,
    location: text(item, 'event-place'),
    date: dateOf(item['event-date'] as DateValue | undefined),
  });
}

function affiliated(item: CslItem): unknown {
  const groups = Object.entries(roleVariables).flatMap(([role, variable]) => {
    const names = people(item[variable] as readonly Name[] | undefined);
    return names === undefined ? [] : [{ role, names }];
  });
  return groups.length ? groups : undefined;
}

function people(names: readonly Name[] | undefined, item?: CslItem): unknown {
  if (!Array.isArray(names)) return undefined;
  const written = (names as readonly Name[]).map(person).filter(name => name !== undefined);
  if (item?.custom?.authorsIncomplete && written.length) written.push('others');
  return written.length > 1 ? written : written[0];
}

/** `Family, Given`; as a mapping where commas or capitals would part the name wrongly. */
function person(name: Name): unknown {
  const family = plain(name.family);
  if (!family) {
    const whole = plain(name.literal) ?? plain(name.given);
    return whole?.includes(',') ? { name: whole } : whole;
  }
  const particles = [name['dropping-particle'], name['non-dropping-particle']]
    .flatMap(part => plain(part) ?? [])
    .join(' ');
  const given = plain(name.given);
  const suffix = plain(name.suffix);
  const needsMapping =
    [family, given, suffix].some(part => part?.includes(',')) ||
    /^\p{Ll}/u.test(family) ||
    /^\P{Ll}/u.test(particles) ||
    (!given && (suffix || particles));
  if (needsMapping) return filled({ name: family, 'given-name': given, prefix: particles, suffix });
  if (!given) return family;
  return [`${particles} ${family}`.trim(), suffix, given].filter(Boolean).join(', ');
}
