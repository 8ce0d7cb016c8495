import { tableOf } from '../../../util/collections/tableOf';

/** CSL's type for each type of BibTeX and BibLaTeX, as Pandoc has it where it has one; `document` where CSL has nothing closer. */
const types: ReadonlyMap<string, string> = new Map(
  Object.entries({
    article: 'article-journal',
    artwork: 'graphic',
    audio: 'song',
    book: 'book',
    bookinbook: 'chapter',
    booklet: 'pamphlet',
    collection: 'book',
    commentary: 'book',
    conference: 'paper-conference',
    data: 'dataset',
    dataset: 'dataset',
    electronic: 'webpage',
    image: 'graphic',
    inbook: 'chapter',
    incollection: 'chapter',
    inproceedings: 'paper-conference',
    inreference: 'entry-encyclopedia',
    jurisdiction: 'legal_case',
    legal: 'treaty',
    legislation: 'legislation',
    letter: 'personal_communication',
    letters: 'personal_communication',
    manual: 'book',
    mastersthesis: 'thesis',
    movie: 'motion_picture',
    music: 'song',
    mvbook: 'book',
    mvcollection: 'book',
    mvproceedings: 'book',
    mvreference: 'book',
    newsarticle: 'article-newspaper',
    online: 'webpage',
    patent: 'patent',
    performance: 'performance',
    periodical: 'article-journal',
    phdthesis: 'thesis',
    preprint: 'article',
    proceedings: 'book',
    reference: 'book',
    report: 'report',
    review: 'review',
    software: 'software',
    standard: 'standard',
    suppbook: 'chapter',
    suppcollection: 'chapter',
    suppperiodical: 'article-journal',
    techreport: 'report',
    thesis: 'thesis',
    video: 'motion_picture',
    webpage: 'webpage',
    www: 'webpage',
  }),
);

/** The CSL type of an entry. */
export function itemType(entryType: string, subtype: string | undefined, isEvent: boolean): string {
  if (entryType === 'unpublished') return isEvent ? 'speech' : 'manuscript';
  const type = types.get(entryType) ?? 'document';
  if (type !== 'article-journal') return type;
  if (subtype === 'magazine') return 'article-magazine';
  return subtype === 'newspaper' ? 'article-newspaper' : type;
}

const genres: Readonly<Record<string, string>> = tableOf({
  phdthesis: 'PhD thesis',
  mathesis: 'Master’s thesis',
  mastersthesis: 'Master’s thesis',
  bathesis: 'Bachelor’s thesis',
  candthesis: 'Candidate thesis',
  techreport: 'Technical report',
  resreport: 'Research report',
  software: 'Computer software',
  datacd: 'Data CD',
  audiocd: 'Audio CD',
});

/** What kind of thesis or report it is, in words; BibLaTeX has names for the common ones. */
export function genreOf(entryType: string, written: string | undefined): string | undefined {
  const type =
    written?.trim() || (entryType === 'phdthesis' || entryType === 'mastersthesis' ? entryType : '');
  return genres[type.toLowerCase()] ?? (type || undefined);
}

/** Types whose title is that of an issue or a part, and whose container is named by `booktitle`. */
export const chapterTypes: ReadonlySet<string> = new Set([
  'bookinbook',
  'conference',
  'inbook',
  'incollection',
  'inproceedings',
  'inreference',
]);

/** Types whose `number` is that of an issue. */
export const articleTypes: ReadonlySet<string> = new Set([
  'article',
  'periodical',
  'review',
  'suppperiodical',
]);

/** Types whose `number` is that within a series. */
export const seriesTypes: ReadonlySet<string> = new Set([
  ...chapterTypes,
  'book',
  'collection',
  'mvbook',
  'mvcollection',
  'mvproceedings',
  'mvreference',
  'proceedings',
  'reference',
  'suppbook',
  'suppcollection',
]);
