import { arxivOf, doiOf } from '../../../model/identifiers/itemIdentifiers';
import type { CslItem } from '../../../model/reference';
import { yearOf } from '../../../model/year';
import { babelLanguage } from '../../bibtex/item/languages';
import { richText } from '../richText';
import type { FileEncoding } from '../tex/texEncoding';
import { texText } from '../tex/texText';
import { isoDate, monthMacro } from './bibtexDate';
import type { Dialect } from './bibtexDialect';
import type { BibtexEntry, Field } from './bibtexField';
import { entryTypeOf } from './entryType';
import { nameList } from './nameList';
import { markedUpText, titleText } from './titleText';
import { withTypstDates } from './typstDates';

export interface EntryOptions {
  readonly dialect: Dialect;
  readonly encoding?: FileEncoding;
  /** What the program that reads the file is, where that is known. */
  readonly readBy?: 'latex' | 'markdown' | 'typst' | 'rst' | undefined;
  /** Write abstract and keywords too. Default false. */
  readonly abstract?: boolean;
}

/** An item in the fields of an entry that both BibTeX and Biber take, in the order people write them. */
export function bibtexEntry(item: CslItem, options: EntryOptions): BibtexEntry {
  const type = entryTypeOf(item, options.dialect);
  const biblatex = options.dialect === 'biblatex';
  const encoding = options.encoding ?? 'utf8';
  // Biber knows letters from bytes.
  const nameEncoding = biblatex && encoding === 'latex' ? 'utf8' : encoding;
  const fields: Field[] = [];
  const add = (name: string, value: string | undefined) => {
    if (value) fields.push({ name, value });
  };
  const text = (value: unknown) => texText(plain(value), encoding);
  // biblatex and Pandoc part publishers and places at `and`, as they do names.
  const listItem = (value: unknown) => (/ and /i.test(plain(value)) ? `{${text(value)}}` : text(value));
  // Typst shows commands as they are written.
  const markup = options.readBy === 'typst' ? 'none' : 'tex';
  const title = (field: string) => titleText(richText(item, field), encoding, markup);
  const names = (field: string) => {
    const list = item[field];
    return Array.isArray(list)
      ? nameList(list, field === 'author' && item.custom?.authorsIncomplete === true, nameEncoding)
      : '';
  };
  const inJournal = type === 'article';
  const arxiv = arxivOf(item);
  const container = title('container-title') || title('event-title') || title('event');

  add('author', names('author'));
  add('title', title('title'));
  if (inJournal) add(biblatex ? 'journaltitle' : 'journal', container);
  else if (type.startsWith('in')) add('booktitle', container);
  else if (type === 'misc') add('howpublished', container);
  add('editor', names('editor'));
  if (biblatex) add('translator', names('translator'));
  add('series', title('collection-title'));
  add('volume', text(item.volume));
  for (const number of numberFields(item, type, options.dialect)) add(number.name, text(number.value));
  add('pages', pages(plain(item.page), encoding));
  add('edition', text(item.edition));
  add('chapter', text(item['chapter-number']));
  // The eprint says it already.
  if (!(arxiv && /^arxiv$/i.test(plain(item.publisher))))
    add(publisherField(type, biblatex, container !== ''), listItem(item.publisher));
  add(biblatex ? 'location' : 'address', listItem(item['publisher-place']));
  if (type === 'thesis' || type === 'report')
    add('type', text(item.genre) || (type === 'thesis' ? 'phdthesis' : 'techreport'));
  else if (/thesis$|^techreport$/.test(type) && !isUsualGenre(type, plain(item.genre)))
    add('type', text(item.genre));
  if (biblatex && type === 'inproceedings' && item['container-title']) {
    add('eventtitle', title('event-title'));
    add('venue', text(item['event-place']));
    add('eventdate', isoDate(item['event-date'] as CslItem['issued']));
  }
  const date = isoDate(item.issued);
  const month = monthMacro(item.issued);
  if (biblatex && date) add('date', date);
  else {
    add('year', text(yearOf(item) ?? item.issued?.literal ?? item.issued?.raw));
    if (month) fields.push({ name: 'month', value: month, bare: true });
  }
  add('isbn', text(item.ISBN));
  add('issn', text(item.ISSN));
  add('doi', verbatim(doiOf(item) ?? plain(item.DOI)));
  add('eprint', arxiv);
  if (arxiv) {
    add(biblatex ? 'eprinttype' : 'archivePrefix', biblatex ? 'arxiv' : 'arXiv');
    add(biblatex ? 'eprintclass' : 'primaryClass', text(item.custom?.primaryClass));
  }
  add('url', verbatim(plain(item.URL)));
  add('urldate', plain(item.URL) && isoDate(item.accessed as CslItem['issued']));
  add('version', text(item.version));
  if (biblatex || !/^en\b/i.test(plain(item.language))) add('langid', babelLanguage(plain(item.language)));
  add('note', text(item.note));
  // Styles that sort by author warn of an entry that has neither author nor editor, and sort it by its key field.
  if (!biblatex && !fields.some(({ name }) => name === 'author' || name === 'editor'))
    add('key', text(sortingWord(item)));
  if (options.abstract) {
    add('keywords', text(item.keyword));
    add('abstract', markedUpText(richText(item, 'abstract'), encoding));
  }
  return { type, fields: options.readBy === 'typst' ? withTypstDates(fields) : fields };
}

/** An issue is a `number`. For parts of books, BibTeX's styles want it with a series and refuse it beside a volume. */
function numberFields(item: CslItem, type: string, dialect: Dialect): { name: string; value: unknown }[] {
  const isArxivNumber = /^arxiv:/i.test(plain(item.number));
  const number = item.issue ?? item['collection-number'] ?? (isArxivNumber ? undefined : item.number);
  const refused = dialect === 'bibtex' && (type.startsWith('in') || isBook(type));
  if (number === undefined || (refused && (item.volume || !item['collection-title']))) return [];
  return [{ name: 'number', value: number }];
}

/** What BibTeX's styles write themselves. */
function isUsualGenre(type: string, genre: string): boolean {
  return type === 'techreport'
    ? /^technical report$/i.test(genre)
    : /^(?:ph\.?d\.?|master['’]?s?)(?:[ -](?:thesis|dissertation))?$/i.test(genre);
}

function publisherField(type: string, biblatex: boolean, hasContainer: boolean): string {
  if (type === 'phdthesis' || type === 'mastersthesis') return 'school';
  if (type === 'techreport') return 'institution';
  if (biblatex && (type === 'thesis' || type === 'report')) return 'institution';
  if (type === 'misc' && !biblatex) return hasContainer ? 'publisher' : 'howpublished';
  return biblatex && (type === 'online' || type === 'misc') ? 'organization' : 'publisher';
}

function isBook(type: string): boolean {
  return type === 'book' || type === 'booklet';
}

function pages(range: string, encoding: FileEncoding): string {
  return texText(range, encoding).replace(/(\w)\s*(?:--?|[–—])\s*(?=\w)/g, '$1--');
}

/** Addresses are read letter by letter; what would break the entry is percent-encoded, what was escaped for TeX is not. */
function verbatim(address: string): string {
  return address
    .trim()
    .replace(/\\([_&%#$~])/g, '$1')
    .replace(/[{}\\\s"]/g, character => encodeURIComponent(character));
}

function sortingWord(item: CslItem): string {
  return (
    plain(item.title)
      .replace(/<[^<>]*>/g, '')
      .split(/\s+/)
      .map(word => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
      .find(word => word.length > 3) ?? item.id
  );
}

function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
