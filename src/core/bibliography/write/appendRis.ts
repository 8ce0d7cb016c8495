import { arxivOf, doiOf } from '../../model/identifiers/itemIdentifiers';
import { listedWords } from '../../model/listedWords';
import type { CslItem, Name } from '../../model/reference';
import type { TextEdit } from '../../model/textEdit';
import { yearOf } from '../../model/year';
import { tableOf } from '../../util/collections/tableOf';

const types: Record<string, string> = tableOf({
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  'paper-conference': 'CONF',
  chapter: 'CHAP',
  book: 'BOOK',
  thesis: 'THES',
  report: 'RPRT',
  webpage: 'ELEC',
  dataset: 'DATA',
  software: 'COMP',
  patent: 'PAT',
  article: 'UNPB',
  manuscript: 'MANSCPT',
  speech: 'SLIDE',
  'post-weblog': 'BLOG',
  standard: 'STAND',
  map: 'MAP',
  motion_picture: 'VIDEO',
  song: 'SOUND',
  legislation: 'STAT',
  legal_case: 'CASE',
  'entry-encyclopedia': 'ENCYC',
  'entry-dictionary': 'DICT',
});

/** The edit that adds an item at the end of a RIS text. */
export function appendRis(ris: string, item: CslItem, key: string): TextEdit {
  const newline = ris.includes('\r\n') ? '\r\n' : '\n';
  const isEmpty = ris.replace(/^\ufeff/, '').trim() === '';
  const gap = isEmpty ? '' : ris.endsWith('\n') ? newline : newline + newline;
  return { start: ris.length, end: ris.length, text: gap + risLines(item, key).join(newline) + newline };
}

/** An item as the lines of an entry, from `TY` to `ER`. */
export function risLines(item: CslItem, key: string): string[] {
  const [startPage, endPage] = String(item.page ?? '')
    .split(/[-–]+/)
    .map(page => page.trim());
  const date = item.issued?.['date-parts']?.[0] ?? [];
  const tags: (readonly [string, unknown])[] = [
    ['ID', key],
    ['T1', item.title],
    ...(item.author ?? []).map(name => ['AU', risName(name)] as const),
    ...(item.editor ?? []).map(name => ['ED', risName(name)] as const),
    ...namesOf(item['collection-editor']).map(name => ['A3', risName(name)] as const),
    ...namesOf(item.translator).map(name => ['A4', risName(name)] as const),
    ['PY', yearOf(item)],
    ['DA', date.length > 1 ? date.map(part => String(part).padStart(2, '0')).join('/') : undefined],
    [item.type === 'article-journal' ? 'JO' : 'T2', item['container-title']],
    ['VL', item.volume],
    ['IS', item.issue ?? numberOf(item)],
    ['T3', item['collection-title']],
    ['ET', item.edition],
    ['M3', item.genre],
    ['LA', item.language],
    ['SP', startPage],
    ['EP', endPage],
    ['PB', item.publisher],
    ['CY', item['publisher-place']],
    ['SN', item.ISBN ?? item.ISSN],
    ['DO', doiOf(item)],
    ['UR', item.URL],
    ['AN', arxivOf(item) && `arXiv:${arxivOf(item)}`],
    ...keywordsOf(item).map(word => ['KW', word] as const),
    ['N1', item.note],
    ['AB', item.abstract],
  ];
  const written = tags.filter(([, value]) => value !== undefined && value !== '');
  return [
    `TY  - ${types[item.type] ?? 'GEN'}`,
    ...written.map(([tag, value]) => `${tag}  - ${oneLine(value)}`),
    'ER  - ',
  ];
}

function namesOf(names: unknown): readonly Name[] {
  return Array.isArray(names) ? (names as readonly Name[]) : [];
}

/** An arXiv identifier has a line of its own. */
function numberOf(item: CslItem): unknown {
  const number = item.number ?? item['collection-number'];
  return /^arxiv:/i.test(String(number ?? '')) ? undefined : number;
}

function keywordsOf({ keyword }: CslItem): string[] {
  return typeof keyword === 'string' ? listedWords(keyword) : [];
}

function risName(name: Name): string {
  if (!name.family) return name.literal ?? name.given ?? '';
  const particle = [name['dropping-particle'], name['non-dropping-particle']].filter(Boolean).join(' ');
  return [`${particle} ${name.family}`.trim(), name.given, name.suffix].filter(Boolean).join(', ');
}

function oneLine(value: unknown): string {
  return String(value).replace(/\s+/g, ' ').trim();
}
