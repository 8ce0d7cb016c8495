import { parseIdentifier } from '../../model/identifiers/parseIdentifier';
import type { DateValue, Name } from '../../model/reference';
import type { CatalogRecord, Notice, ServiceId } from '../catalog';
import {
  at,
  firstText,
  isObject,
  type Json,
  type JsonObject,
  listAt,
  numberAt,
  objectsAt,
  textAt,
} from '../json';
import { recordOf } from '../record';
import { readAbstract } from '../text/abstract';
import { dateOf, exactestDate, isoOf } from '../text/date';
import { isOthers, literalName, personName, splitName } from '../text/personName';
import { plainLine, readTitle, type Title } from '../text/title';

/** Crossref's types (api.crossref.org/types) as CSL's. */
const types: Readonly<Record<string, string>> = {
  'journal-article': 'article-journal',
  'proceedings-article': 'paper-conference',
  'book-chapter': 'chapter',
  'book-section': 'chapter',
  'book-part': 'chapter',
  'book-track': 'chapter',
  'reference-entry': 'entry-encyclopedia',
  book: 'book',
  monograph: 'book',
  'edited-book': 'book',
  'reference-book': 'book',
  'book-set': 'book',
  'book-series': 'book',
  proceedings: 'book',
  'proceedings-series': 'book',
  'posted-content': 'article',
  dissertation: 'thesis',
  report: 'report',
  'report-component': 'report',
  'report-series': 'report',
  standard: 'standard',
  dataset: 'dataset',
  database: 'dataset',
  software: 'software',
  'peer-review': 'review',
  component: 'figure',
  journal: 'periodical',
  'journal-issue': 'periodical',
  'journal-volume': 'periodical',
  grant: 'document',
};

/** What is no work that anyone cites when looking for words. */
const unwanted = new Set([
  'component',
  'peer-review',
  'journal',
  'journal-issue',
  'journal-volume',
  'reference-entry',
  'grant',
]);

/** Names of series that Crossref lists beside the book a chapter is in. */
const series =
  /^(?:lecture notes|communications in computer|ifip|springer|advances in|studies in|progress in|methods in|topics in|proceedings in|smart innovation|undergraduate|graduate texts|texts in|current topics|acm international|aip conference|leibniz international)|\bseries$/i;

export function isWanted(work: JsonObject): boolean {
  return !unwanted.has(textAt(work, 'type'));
}

/** A work of Crossref's, from its own API or as content negotiation gives it (texts instead of lists). */
export function crossrefRecord(work: JsonObject, service: ServiceId = 'crossref'): CatalogRecord {
  const kind = textAt(work, 'type');
  const type = types[kind] ?? (kind || 'document');
  const [container, collection] = containers(work, type);
  const institution = plainLine(at(objectsAt(work, 'institution')[0], 'name'));
  const doi = textAt(work, 'DOI');
  const { published, preprint } = relations(work);
  const noticeOf = objectsAt(work, 'update-to').map(update => ({
    kind: noticeKind(update),
    doi: textAt(update, 'DOI').toLowerCase(),
  }))[0];
  return recordOf(
    service,
    {
      type,
      title: workTitle(work),
      authors: objectsAt(work, 'author').map(person),
      authorsIncomplete: objectsAt(work, 'author').some(name =>
        isOthers(textAt(name, 'name') || textAt(name, 'family')),
      ),
      editors: objectsAt(work, 'editor').map(person),
      translators: objectsAt(work, 'translator').map(person),
      issued: issuedDate(work),
      container,
      abstract: readAbstract(at(work, 'abstract')),
      doi,
      isbn: isbn(work),
      texts: {
        'container-title-short':
          type === 'article-journal' ? firstText(at(work, 'short-container-title')) : '',
        'collection-title': collection,
        'event-title': type === 'paper-conference' ? textAt(work, 'event', 'name') : '',
        'event-place': type === 'paper-conference' ? textAt(work, 'event', 'location') : '',
        publisher: publisher(work, type, institution),
        'publisher-place': type === 'article-journal' ? '' : textAt(work, 'publisher-location'),
        genre: genre(work, kind),
        volume: textAt(work, 'volume'),
        issue: textAt(work, 'issue') || textAt(work, 'journal-issue', 'issue'),
        page: pages(work),
        edition: textAt(work, 'edition-number').replace(/^1$/, ''),
        number: type === 'report' ? textAt(work, 'report-number') || textAt(work, 'number') : '',
        ISSN: issn(work),
        language: textAt(work, 'language'),
      },
    },
    {
      page: doi && `https://doi.org/${doi}`,
      citations: numberAt(work, 'is-referenced-by-count'),
      notices: notices(work),
      publishedAs: published,
      preprint,
      noticeOf,
    },
  );
}

/** The title with its subtitle; of two languages the first. */
function workTitle(work: JsonObject): Title | undefined {
  const title = readTitle(firstText(at(work, 'title'))) ?? readTitle(firstText(at(work, 'original-title')));
  const subtitle = readTitle(firstText(at(work, 'subtitle')));
  if (!title || !subtitle || letters(title.plain).includes(letters(subtitle.plain))) return title;
  const join = (a: string, b: string) => `${a.replace(/\s*:$/, '')}${/[?!]$/.test(a) ? '' : ':'} ${b}`;
  return { plain: join(title.plain, subtitle.plain), formatted: join(title.formatted, subtitle.formatted) };
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function person(name: JsonObject): Name | undefined {
  const whole = textAt(name, 'name');
  if (whole) return literalName(whole);
  const family = textAt(name, 'family');
  const given = textAt(name, 'given');
  // One field for a whole name: `Smith, Jane`.
  if (!given && family.includes(',')) return personName(family);
  return isOthers(family) ? undefined : splitName(family, given, textAt(name, 'suffix'));
}

/** The container and the series; a chapter's two containers may stand in either order. */
function containers(work: JsonObject, type: string): [Title | undefined, string] {
  const value = at(work, 'container-title');
  const titles = (Array.isArray(value) ? value : [value]).map(readTitle).filter(title => title !== undefined);
  if (titles.length < 2 || !/^(?:chapter|paper-conference|book)$/.test(type))
    return type === 'book' ? [undefined, titles[0]?.plain ?? ''] : [titles[0], ''];
  const at1 = titles.findIndex(title => series.test(title.plain));
  const seriesAt = at1 < 0 ? titles.length - 1 : at1;
  return [titles.find((_, index) => index !== seriesAt), titles[seriesAt]!.plain];
}

function publisher(work: JsonObject, type: string, institution: string): string {
  if (type === 'thesis' || type === 'article') return institution || textAt(work, 'publisher');
  return textAt(work, 'publisher') || institution;
}

function genre(work: JsonObject, kind: string): string {
  if (kind === 'dissertation') return firstText(at(work, 'degree'));
  return kind === 'posted-content' && textAt(work, 'subtype') === 'preprint' ? 'Preprint' : '';
}

/** A range of one page is that page; electronic journals have article numbers instead. */
function pages(work: JsonObject): string {
  const page = textAt(work, 'page')
    .replace(/^(n\/?a|no)(?:-.*)?$/i, '')
    .replace(/^([^-]+)-\1$/, '$1');
  return page || textAt(work, 'article-number');
}

/** `issued` is the earliest of all dates, but for theses and preprints empty at times. */
function issuedDate(work: JsonObject): DateValue | undefined {
  return (
    exactestDate(
      ['issued', 'published', 'published-print', 'published-online', 'posted', 'approved', 'accepted'].map(
        field => partial(at(work, field)),
      ),
    ) ?? partial(at(work, 'created'))
  );
}

function partial(date: Json): DateValue | undefined {
  const parts = listAt(date, 'date-parts')[0];
  return Array.isArray(parts) ? dateOf(parts) : undefined;
}

/** The printed book's, where there are several. */
function isbn(work: JsonObject): string {
  const typed = objectsAt(work, 'isbn-type');
  const printed = typed.find(entry => textAt(entry, 'type') === 'print') ?? typed[0];
  return (textAt(printed, 'value') || firstText(at(work, 'ISBN'))).replace(/^.*\//, '');
}

function issn(work: JsonObject): string {
  const printed = objectsAt(work, 'issn-type').find(entry => textAt(entry, 'type') === 'print');
  return textAt(printed, 'value') || firstText(at(work, 'ISSN'));
}

/** What is said of the work, the weightiest first: in `updated-by`, or in old records only in the title. */
function notices(work: JsonObject): readonly Notice[] | undefined {
  const order = ['retraction', 'concern', 'correction'];
  const list = objectsAt(work, 'updated-by')
    .filter(update => !/^new_/i.test(textAt(update, 'type')))
    .map(update => ({
      kind: noticeKind(update),
      doi: textAt(update, 'DOI').toLowerCase(),
      date: isoOf(partial(at(update, 'updated'))),
      source: textAt(update, 'source') || 'publisher',
    }))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const marked = /^(?:retracted|withdrawn|removed)(?: article)?\s*[:—–-]/i.test(firstText(at(work, 'title')));
  if (marked && list[0]?.kind !== 'retraction')
    list.unshift({ kind: 'retraction', doi: '', date: undefined, source: 'title' });
  return list.length > 0
    ? list.map(notice => (notice.doi ? notice : { ...notice, doi: undefined }))
    : undefined;
}

function noticeKind(update: JsonObject): Notice['kind'] {
  const type = textAt(update, 'type').toLowerCase();
  if (/^(?:retraction|withdrawal|removal)$/.test(type)) return 'retraction';
  return /concern|partial/.test(type) ? 'concern' : 'correction';
}

function relations(work: JsonObject) {
  const related = (name: string) => {
    const entry = objectsAt(work, 'relation', name).find(relation =>
      /^(?:doi|arxiv)$/.test(textAt(relation, 'id-type')),
    );
    return entry && isObject(entry) ? parseIdentifier(textAt(entry, 'id')) : undefined;
  };
  return { published: related('is-preprint-of'), preprint: related('has-preprint') };
}
