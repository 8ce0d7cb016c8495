import { tableOf } from '../../../util/collections/tableOf';
import { readDate, readYearMonth } from '../../bibtex/item/dates';
import { genreOf } from '../../bibtex/item/itemType';
import { readNames } from '../../bibtex/names/nameList';
import { isoDate, monthMacro } from './bibtexDate';
import { biblatexTypes, type Dialect } from './bibtexDialect';
import type { Field } from './bibtexField';
import { nameList } from './nameList';

/** An entry's type and fields, the values in TeX. */
export interface EntryFieldsToWrite {
  readonly type: string;
  readonly fields: readonly Field[];
}

/** Names of fields that biblatex has another word for (manual § 2.2.5 and 2.2.6); it takes the old ones too, BibTeX only these. */
const biblatexNames: Readonly<Record<string, string>> = tableOf({
  journal: 'journaltitle',
  address: 'location',
  archiveprefix: 'eprinttype',
  primaryclass: 'eprintclass',
  school: 'institution',
  annote: 'annotation',
  key: 'sortkey',
});
const bibtexNames = tableOf(
  Object.fromEntries(Object.entries(biblatexNames).map(([bibtex, biblatex]) => [biblatex, bibtex])),
);
const namesInBibtex: Readonly<Record<string, string>> = tableOf({
  archiveprefix: 'archivePrefix',
  primaryclass: 'primaryClass',
});

/** Types of BibTeX's and what biblatex makes of them (manual § 2.1.2). */
const typesInBiblatex: Readonly<Record<string, readonly [type: string, genre?: string]>> = tableOf({
  conference: ['inproceedings'],
  electronic: ['online'],
  www: ['online'],
  mastersthesis: ['thesis', 'mathesis'],
  phdthesis: ['thesis', 'phdthesis'],
  techreport: ['report', 'techreport'],
});

/** The type in which BibTeX's styles show best what biblatex has a type of its own for; `misc` for all others. */
const typesInBibtex: Readonly<Record<string, string>> = tableOf({
  report: 'techreport',
  collection: 'book',
  mvcollection: 'book',
  mvbook: 'book',
  reference: 'book',
  mvreference: 'book',
  mvproceedings: 'proceedings',
  inreference: 'incollection',
  suppcollection: 'incollection',
  bookinbook: 'inbook',
  suppbook: 'inbook',
  suppperiodical: 'article',
  review: 'article',
});

/** The dialect that an entry needs; `undefined` when it is right in both. */
export function entryDialect({ type, fields }: EntryFieldsToWrite): Dialect | undefined {
  if (biblatexTypes.has(type) || fields.some(isBiblatexField)) return 'biblatex';
  const isBibtex = (name: string) =>
    Object.hasOwn(biblatexNames, name) || name === 'year' || name === 'month';
  return type in typesInBiblatex || fields.some(({ name }) => isBibtex(name.toLowerCase()))
    ? 'bibtex'
    : undefined;
}

function isBiblatexField({ name, value }: Field): boolean {
  if (name === 'location') return false;
  return (
    Object.hasOwn(bibtexNames, name) ||
    /^(?:date|subtitle|booksubtitle|maintitle|journalsubtitle|titleaddon)$/.test(name) ||
    (nameFields.has(name) && isExtendedName(value))
  );
}

const nameFields = new Set(['author', 'editor', 'translator', 'bookauthor']);

function isExtendedName(value: string): boolean {
  return /(?:^|,\s*|\band\s+)(?:family|given)\s*=/.test(value);
}

/** The entry in the words of the other dialect: values stay as they are written, but for dates and names, which it writes otherwise. */
export function inDialect(entry: EntryFieldsToWrite, dialect: Dialect): EntryFieldsToWrite {
  return dialect === 'biblatex' ? inBiblatex(entry) : inBibtex(entry);
}

function inBiblatex({ type, fields }: EntryFieldsToWrite): EntryFieldsToWrite {
  const has = (name: string) => fields.some(field => field.name === name);
  const value = (name: string) => fields.find(field => field.name === name)?.value;
  const [newType = type, genre] = typesInBiblatex[type] ?? [];
  const date = has('date') ? undefined : readYearMonth(value('year'), value('month'), value('day'));
  const iso = date?.['date-parts'] ? isoDate(date) : undefined;
  const written: Field[] = [];
  for (const field of fields) {
    const name = biblatexNames[field.name] ?? field.name;
    if (iso && /^(?:year|month|day)$/.test(name)) {
      if (name === 'year') written.push({ name: 'date', value: iso });
    } else if (name === field.name || !has(name)) written.push({ ...field, name });
  }
  if (genre && !has('type')) written.push({ name: 'type', value: genre });
  return { type: newType, fields: written };
}

function inBibtex({ type, fields }: EntryFieldsToWrite): EntryFieldsToWrite {
  const value = (name: string) => fields.find(field => field.name === name)?.value;
  const newType = bibtexType(type, value('type'));
  const written: Field[] = [];
  const add = (field: Field) => {
    if (!written.some(({ name }) => name.toLowerCase() === field.name.toLowerCase())) written.push(field);
  };
  for (const field of fields) {
    const { name } = field;
    if (name === 'date') for (const part of yearAndMonth(field.value)) add(part);
    else if (/^(?:book|journal|main)?subtitle$|^titleaddon$/.test(name)) continue;
    else if (name === 'institution') add({ ...field, name: newType.endsWith('thesis') ? 'school' : name });
    else if (name === 'type' && type === 'thesis' && /^(?:phd|ma|masters)thesis$/.test(field.value)) continue;
    else if (name === 'type') add({ ...field, value: genreOf('', field.value) ?? field.value });
    else if (nameFields.has(name) && isExtendedName(field.value)) {
      const { names, incomplete } = readNames(field.value);
      add({ name, value: nameList(names, incomplete, 'tex') });
    } else {
      const renamed = bibtexNames[name];
      if (renamed && value(renamed) !== undefined) continue;
      add({
        ...field,
        name: namesInBibtex[renamed ?? ''] ?? renamed ?? name,
        value: withSubtitle(name, field.value, value),
      });
    }
  }
  if (value('issue') && !value('number') && newType === 'article')
    add({ name: 'number', value: value('issue')! });
  return { type: newType, fields: written };
}

function bibtexType(type: string, genre = ''): string {
  if (type === 'thesis')
    return /^(?:ma|ba|bachelor|master|licentiate|diplom)/i.test(genre) ? 'mastersthesis' : 'phdthesis';
  return typesInBibtex[type] ?? (biblatexTypes.has(type) ? 'misc' : type);
}

/** BibTeX has no subtitles: `Title: Subtitle`. */
function withSubtitle(name: string, title: string, value: (name: string) => string | undefined): string {
  const prefix = /^(book|journal|main)?title$/.exec(name === 'journaltitle' ? 'journaltitle' : name)?.[1];
  if (!/^(?:book|journal|main)?title$/.test(name)) return title;
  const subtitle = value(`${prefix ?? ''}subtitle`);
  const addon = prefix ? undefined : value('titleaddon');
  const whole = subtitle ? `${title}${/[?!.:;]$/.test(title) ? '' : ':'} ${subtitle}` : title;
  return addon ? `${whole}${/[?!.]$/.test(whole) ? '' : '.'} ${addon}` : whole;
}

function yearAndMonth(date: string): Field[] {
  const read = readDate(date);
  const year = read?.['date-parts']?.[0]?.[0];
  if (year === undefined || year < 0) return [{ name: 'year', value: date }];
  const end = read?.['date-parts']?.[1]?.[0];
  const month = monthMacro(read);
  return [
    { name: 'year', value: end && end !== year ? `${year}--${end}` : String(year) },
    ...(month ? [{ name: 'month', value: month, bare: true }] : []),
  ];
}
