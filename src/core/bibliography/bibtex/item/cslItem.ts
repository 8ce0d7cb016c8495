import type { CslItem, DateValue, Name } from '../../../model/reference';
import { detachString } from '../../../util/detachString';
import type { Inline } from '../../tex/inline';
import { readTex } from '../../tex/readTex';
import type { EntryFields } from '../bibtexFile';
import { readNames } from '../names/nameList';
import { attachmentsOf } from './attachments';
import { readDate, readYearMonth } from './dates';
import { identifierFields } from './identifierFields';
import { ItemText, joinedWith, literalList } from './itemText';
import { articleTypes, chapterTypes, genreOf, itemType, seriesTypes } from './itemType';
import { languageTag } from './languages';
import { containerFields, publisherOf, titlePrefix } from './titleFields';

const nameFields: readonly (readonly [field: string, variable: string])[] = [
  ['author', 'author'],
  ['editor', 'editor'],
  ['translator', 'translator'],
  ['director', 'director'],
  ['bookauthor', 'container-author'],
];

/** Fields that have one CSL variable, whatever the type of the entry. */
const textFields: readonly (readonly [field: string, variable: string])[] = [
  ['volumes', 'number-of-volumes'],
  ['pagetotal', 'number-of-pages'],
  ['chapter', 'chapter-number'],
  ['edition', 'edition'],
  ['version', 'version'],
  ['eventtitle', 'event-title'],
  ['origtitle', 'original-title'],
  ['origpublisher', 'original-publisher'],
  ['origlocation', 'original-publisher-place'],
  ['venue', 'event-place'],
  ['abstract', 'abstract'],
  ['keywords', 'keyword'],
  ['pubstate', 'status'],
];

/** The language of an entry as it states it. */
export function languageField(fields: EntryFields): string | undefined {
  return fields.get('langid') ?? fields.get('hyphenation') ?? fields.get('language');
}

/** Decodes an entry into a CSL item. The norm is how Pandoc reads BibLaTeX; BibTeX files are read by the same rules. */
export function cslItem(
  key: string,
  type: string,
  fields: EntryFields,
  mathematics: 'characters' | 'tex' = 'characters',
): CslItem {
  const language = languageTag(languageField(fields), fields.get('langidopts'));
  const text = new ItemText(language === undefined || language.startsWith('en'), mathematics);
  const isEvent = ['eventdate', 'eventtitle', 'venue'].some(field => fields.get(field) !== undefined);
  const item: Record<string, unknown> = {
    id: key,
    type: itemType(type, fields.get('entrysubtype')?.toLowerCase(), isEvent),
  };
  const genre = genreOf(type, fields.get('type'));
  if (genre) text.set('genre', readTex(genre));
  if (language) item.language = language;

  const custom: Record<string, unknown> = {};
  addNames(item, custom, fields);
  addDates(item, fields);
  addTitles(text, type, fields);
  addLocators(text, type, fields);
  addPublisher(text, type, fields);
  for (const [field, variable] of textFields) text.set(variable, read(fields, field));
  text.set(
    'note',
    type === 'periodical' ? undefined : joinedWith('.', [read(fields, 'note'), read(fields, 'addendum')]),
  );
  text.set('annote', read(fields, 'annotation') ?? read(fields, 'annote'));

  addIdentifiers(item, custom, fields);
  Object.assign(item, text.plain);
  if (Object.keys(text.formatted).length) custom.formatted = text.formatted;
  if (Object.keys(custom).length) item.custom = custom;
  return item as CslItem;
}

function read(fields: EntryFields, name: string): Inline[] | undefined {
  const field = fields.get(name);
  return field === undefined ? undefined : readTex(field);
}

function addNames(item: Record<string, unknown>, custom: Record<string, unknown>, fields: EntryFields): void {
  const usePrefix = /\buseprefix\s*(?:=\s*true|,|$)/i.test(fields.get('options') ?? '');
  const editorsAreDirectors = fields.get('editortype')?.trim().toLowerCase() === 'director';
  for (const [field, variable] of nameFields) {
    const written = fields.get(field);
    if (written === undefined) continue;
    const { names, incomplete } = readNames(written, usePrefix);
    if (names.length)
      item[variable === 'editor' && editorsAreDirectors ? 'director' : variable] =
        names satisfies readonly Name[];
    if (incomplete && variable === 'author') custom.authorsIncomplete = true;
  }
}

function addDates(item: Record<string, unknown>, fields: EntryFields): void {
  for (const { variable, names } of dates) {
    const date = dateOf(fields, names);
    if (date) item[variable] = date;
  }
}

/** The fields of a date: all of them begin alike. */
function dateFields(prefix: string) {
  return {
    date: `${prefix}date`,
    begin: [`${prefix}year`, `${prefix}month`, `${prefix}day`],
    end: [`${prefix}endyear`, `${prefix}endmonth`, `${prefix}endday`],
  } as const;
}

const issued = dateFields('');
const dates = [
  { variable: 'issued', names: issued },
  { variable: 'event-date', names: dateFields('event') },
  { variable: 'original-date', names: dateFields('orig') },
  { variable: 'accessed', names: dateFields('url') },
] as const;

/** When the work came out (or, by other fields, when the event was, the address was visited …). */
export function dateOf(
  fields: EntryFields,
  names: ReturnType<typeof dateFields> = issued,
): DateValue | undefined {
  const date = fields.get(names.date);
  const read = date === undefined ? undefined : readDate(date);
  if (read) return read;
  const [year, end] = [names.begin, names.end].map(([year, month, day]) =>
    readYearMonth(fields.get(year), fields.get(month), fields.get(day)),
  );
  if (year?.['date-parts'] && end?.['date-parts'])
    return { 'date-parts': [...year['date-parts'], ...end['date-parts']] };
  return year ?? (date?.trim() ? readYearMonth(date) : undefined);
}

function addTitles(text: ItemText, type: string, fields: EntryFields): void {
  const isChapter = chapterTypes.has(type);
  const isVolume = fields.get('maintitle') !== undefined && !isChapter;
  const title = (prefix: string) =>
    joinedWith('.', [
      joinedWith(':', [read(fields, `${prefix}title`), read(fields, `${prefix}subtitle`)]),
      read(fields, `${prefix}titleaddon`),
    ]);
  const get = (name: string) => fields.get(name);
  const main = titlePrefix(type, get);
  text.set('title', title(main), true);
  if (isVolume) text.set('volume-title', title(''), true);
  else if (isChapter && fields.get('maintitle') !== undefined) text.set('volume-title', title('book'), true);

  const container = containerFields(type, get);
  if (container === 'journal') {
    const journal = read(fields, fields.get('journaltitle') ? 'journaltitle' : 'journal');
    text.set('container-title', joinedWith(':', [journal, journal && read(fields, 'journalsubtitle')]));
  } else if (container !== undefined) text.set('container-title', title(container), type !== 'periodical');
  text.set('container-title-short', read(fields, 'shortjournal'));
  text.set('collection-title', read(fields, 'series'), true);
  const short =
    read(fields, 'shorttitle') ?? beforeColon(read(fields, `${main}title`), read(fields, `${main}subtitle`));
  text.set('title-short', short, true);
}

/** `R: A Language` → `R`. With a subtitle of its own, the title is the short one. */
function beforeColon(
  title: readonly Inline[] | undefined,
  subtitle: readonly Inline[] | undefined,
): Inline[] | undefined {
  if (!title) return undefined;
  const short: Inline[] = [];
  for (const inline of title) {
    const colon = typeof inline === 'string' ? inline.search(/:(?=\s|$)/) : -1;
    if (colon >= 0) return [...short, (inline as string).slice(0, colon)];
    short.push(inline);
  }
  return subtitle ? short : undefined;
}

function addLocators(text: ItemText, type: string, fields: EntryFields): void {
  const pages = read(fields, 'pages');
  text.set(
    'page',
    pages?.map(inline => (typeof inline === 'string' ? inline.replace(/–/g, '-') : inline)),
  );
  text.set('volume', joinedVolume(read(fields, 'volume'), read(fields, 'part')));
  const number = read(fields, 'number');
  if (seriesTypes.has(type)) text.set('collection-number', number);
  else if (articleTypes.has(type)) text.set('issue', joinedWith(',', [number, read(fields, 'issue')]));
  else text.set('number', number);
}

function joinedVolume(volume: Inline[] | undefined, part: Inline[] | undefined): Inline[] | undefined {
  return volume && part ? [...volume, '.', ...part] : (volume ?? part);
}

function addPublisher(text: ItemText, type: string, fields: EntryFields): void {
  text.set(
    'publisher',
    publisherOf(name => fields.get(name)),
  );
  if (type === 'patent') text.set('jurisdiction', literalList(fields.get('location')));
  else text.set('publisher-place', literalList(fields.get('address') ?? fields.get('location')));
  if (type === 'patent') text.set('publisher-place', literalList(fields.get('address')));
}

function addIdentifiers(
  item: Record<string, unknown>,
  custom: Record<string, unknown>,
  fields: EntryFields,
): void {
  const { arxiv, ...identifiers } = identifierFields(name => fields.get(name));
  for (const [variable, value] of Object.entries(identifiers)) item[variable] = detachString(value);
  if (arxiv) custom.arxiv = detachString(arxiv);
  const attachments = attachmentsOf(fields.get('file') ?? fields.get('pdf') ?? '');
  if (attachments.length) custom.attachments = attachments;
  const callNumber = fields.get('library')?.trim();
  if (callNumber) item['call-number'] = detachString(callNumber);
}
