import type { Name } from '../../../model/reference';
import type { CatalogRecord, ServiceId } from '../../catalog';
import { at, firstText, type JsonObject, numberAt, objectsAt, textAt } from '../../json';
import { recordOf } from '../../records/record';
import { readAbstract } from '../../text/abstract';
import { isOthers, literalName, personName, splitName, withoutRepeats } from '../../text/names/personName';
import { pageRange } from '../../text/pages';
import { plainLine } from '../../text/plainLine';
import { isPreprintServer } from '../../text/publisher';
import { readContainer, readTitle, readWholeTitle, type Title } from '../../text/title';
import { crossrefIssued } from './crossrefDate';
import { crossrefNoticeOf, crossrefNotices, crossrefVersions } from './crossrefNotices';
import { crossrefTypes, postedTypes } from './crossrefTypes';

/** Names of series that Crossref lists beside the book a chapter is in. */
const series =
  /^(?:lecture notes|communications in computer|ifip|springer|advances in|studies in|progress in|methods in|topics in|proceedings in|smart innovation|undergraduate|graduate texts|texts in|current topics|acm international|aip conference|leibniz international)|\bseries$/i;

/** A work of Crossref's, from its own API or as content negotiation gives it (texts instead of lists). */
export function crossrefRecord(work: JsonObject, service: ServiceId = 'crossref'): CatalogRecord {
  const kind = textAt(work, 'type');
  const conference = conferenceOf(work);
  const type = conference && kind === 'book-chapter' ? 'paper-conference' : workType(work, kind);
  const [container, collection] = containers(work, type);
  const institution = plainLine(at(objectsAt(work, 'institution')[0], 'name'));
  const doi = textAt(work, 'DOI');
  const { published, preprint } = crossrefVersions(work);
  return recordOf(
    service,
    {
      type,
      title: workTitle(work, kind) ?? (type === 'periodical' ? container : undefined),
      authors: withoutRepeats(withoutNext(objectsAt(work, 'author')).map(person)),
      authorsIncomplete: objectsAt(work, 'author').some(name =>
        isOthers(textAt(name, 'name') || textAt(name, 'family')),
      ),
      editors: objectsAt(work, 'editor').map(person),
      translators: objectsAt(work, 'translator').map(person),
      issued: crossrefIssued(work),
      container: type === 'article' ? undefined : container,
      abstract: readAbstract(at(work, 'abstract')),
      doi,
      isbn: isbn(work),
      texts: {
        'container-title-short':
          type === 'article-journal' ? firstText(at(work, 'short-container-title')) : '',
        'collection-title': collection,
        'event-title': type === 'paper-conference' ? textAt(work, 'event', 'name') || conference : '',
        'event-place': type === 'paper-conference' ? textAt(work, 'event', 'location') : '',
        'original-title': originalTitle(work),
        publisher: publisher(work, type, institution),
        'publisher-place': type === 'article-journal' ? '' : textAt(work, 'publisher-location'),
        genre: genre(work, kind, type),
        volume: textAt(work, 'volume'),
        issue: textAt(work, 'issue') || textAt(work, 'journal-issue', 'issue'),
        page: pageRange(textAt(work, 'page'), { number: textAt(work, 'article-number') }),
        edition: textAt(work, 'edition-number'),
        number: type === 'report' ? textAt(work, 'report-number') || textAt(work, 'number') : '',
        ISSN: issn(work),
        language: textAt(work, 'language'),
      },
    },
    {
      page: doi && `https://doi.org/${doi}`,
      citations: numberAt(work, 'is-referenced-by-count'),
      notices: crossrefNotices(work),
      publishedAs: published,
      preprint,
      noticeOf: crossrefNoticeOf(work),
    },
  );
}

/** What was posted may be of several kinds; what is in no journal but on a server of preprints is one. */
function workType(work: JsonObject, kind: string): string {
  if (kind === 'posted-content') return postedTypes[textAt(work, 'subtype')] ?? 'article';
  if (kind === 'journal-article' && isPreprintServer(firstText(at(work, 'container-title'))))
    return 'article';
  return crossrefTypes[kind] ?? (/^(?:other|)$/.test(kind) ? 'document' : kind);
}

/** The title with its subtitle; of two languages the first. A chapter's own number is no part of it. */
function workTitle(work: JsonObject, kind: string): Title | undefined {
  const title = firstText(at(work, 'title'));
  const whole = readWholeTitle(
    readTitle(title) ? title : firstText(at(work, 'original-title')),
    firstText(at(work, 'subtitle')),
  );
  if (!whole || kind !== 'book-chapter' || textAt(work, 'language') === 'de') return whole;
  const unnumbered = (text: string) => text.replace(/^(?:chapter )?\d{1,2}[.:] (?=\p{Lu})/iu, '');
  return { plain: unnumbered(whole.plain), formatted: unnumbered(whole.formatted) };
}

/** Of a translation; where there is no other title, the work bears it. */
function originalTitle(work: JsonObject): string {
  const original = firstText(at(work, 'original-title'));
  const title = firstText(at(work, 'title'));
  return title !== '' && readTitle(title)?.plain !== readTitle(original)?.plain ? original : '';
}

/** The conference that a chapter was given at, as Springer tells it of its proceedings. */
function conferenceOf(work: JsonObject): string {
  const named = objectsAt(work, 'assertion').find(({ name }) => name === 'conference_name');
  return textAt(named, 'value');
}

/** Two people in one name, the second of whom follows once more: `Kim Roe Ann Doe` before `Ann Doe`. */
function withoutNext(names: readonly JsonObject[]): JsonObject[] {
  return names.map((name, index) => {
    const next = names[index + 1];
    const whole = next && ` ${textAt(next, 'given')} ${textAt(next, 'family')}`;
    const family = textAt(name, 'family');
    return whole && textAt(next, 'given') && family.endsWith(whole)
      ? { ...name, family: family.slice(0, -whole.length) }
      : name;
  });
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
  const titles = (Array.isArray(value) ? value : [value])
    .map(readContainer)
    .filter(title => title !== undefined);
  if (titles.length === 0 && type !== 'book')
    return [readContainer(firstText(at(work, 'short-container-title'))), ''];
  if (titles.length < 2 || !/^(?:chapter|paper-conference|book)$/.test(type))
    return type === 'book' || textAt(work, 'type') === 'report'
      ? [undefined, titles[0]?.plain ?? '']
      : [titles[0], ''];
  const at1 = titles.findIndex(title => series.test(title.plain));
  const seriesAt = at1 < 0 ? titles.length - 1 : at1;
  return [titles.find((_, index) => index !== seriesAt), titles[seriesAt]!.plain];
}

/** Of a preprint the server; its publisher is the company behind it. */
function publisher(work: JsonObject, type: string, institution: string): string {
  const named = textAt(work, 'publisher');
  if (type === 'article') {
    const servers = [textAt(work, 'group-title'), firstText(at(work, 'container-title'))];
    return institution || (servers.find(isPreprintServer) ?? named);
  }
  return type === 'thesis' ? institution || named : named || institution;
}

function genre(work: JsonObject, kind: string, type: string): string {
  if (kind === 'dissertation') return firstText(at(work, 'degree'));
  if (kind === 'journal-article') return type === 'article' ? 'Preprint' : '';
  if (kind !== 'posted-content') return '';
  const subtype = textAt(work, 'subtype');
  return subtype === 'preprint' ? 'Preprint' : subtype === 'working_paper' ? 'Working paper' : '';
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
