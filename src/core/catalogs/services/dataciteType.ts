import { tableOf } from '../../util/collections/tableOf';
import { type JsonObject, textAt } from '../json';

/** DataCite's general types (schema 4.5, 10.a) as CSL's. */
const types: Readonly<Record<string, string>> = tableOf({
  audiovisual: 'motion_picture',
  book: 'book',
  bookchapter: 'chapter',
  computationalnotebook: 'software',
  conferencepaper: 'paper-conference',
  conferenceproceeding: 'book',
  dataset: 'dataset',
  datapaper: 'article-journal',
  dissertation: 'thesis',
  image: 'graphic',
  journalarticle: 'article-journal',
  model: 'dataset',
  peerreview: 'review',
  preprint: 'article',
  report: 'report',
  software: 'software',
  sound: 'song',
  standard: 'standard',
});

/** Works whose general type says only "Text". */
const bibtexTypes: Readonly<Record<string, string>> = tableOf({
  article: 'article-journal',
  book: 'book',
  inbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'paper-conference',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  techreport: 'report',
});

/** Works whose general type says less than their own: `Text` and `Thesis`, `Other` and `Working paper`. */
const specialTypes: readonly (readonly [kind: RegExp, type: string])[] = [
  [/thesis|dissertation|habilitation/i, 'thesis'],
  [/preprint/i, 'article'],
  [/(?:working|discussion) paper|report|white ?paper|deliverable|guideline/i, 'report'],
  [/conference ?(?:paper|article|contribution)|proceedings? paper|inproceedings/i, 'paper-conference'],
  [/journal ?article|^article$|(?:review|research) article/i, 'article-journal'],
  [/book ?(?:chapter|part|section)|^chapter$/i, 'chapter'],
  [/^(?:e-?)?book$|monograph/i, 'book'],
  [/poster|presentation|slides|lecture|talk/i, 'speech'],
  [/standard/i, 'standard'],
];

/** What says little: the special type is more telling. */
const vague = /^(?:|text|other|collection|event|interactiveresource|audiovisual)$/;

/** The type of CSL that a work of DataCite's is. */
export function dataciteType(work: JsonObject): string {
  const general = textAt(work, 'types', 'resourceTypeGeneral').toLowerCase();
  const special = textAt(work, 'types', 'resourceType');
  const told = specialTypes.find(([kind]) => kind.test(special))?.[1];
  if (told === 'thesis') return told;
  if (!vague.test(general)) return types[general] ?? told ?? 'document';
  return told ?? bibtexTypes[textAt(work, 'types', 'bibtex')] ?? types[general] ?? 'document';
}
