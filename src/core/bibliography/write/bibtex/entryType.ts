import type { CslItem } from '../../../model/reference';
import { tableOf } from '../../../util/collections/tableOf';
import type { Dialect } from './bibtexDialect';

const types: Record<string, string> = tableOf({
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  review: 'article',
  'review-book': 'article',
  'paper-conference': 'inproceedings',
  chapter: 'incollection',
  entry: 'incollection',
  'entry-dictionary': 'incollection',
  'entry-encyclopedia': 'incollection',
  book: 'book',
  pamphlet: 'booklet',
});

/** Types that BibTeX writes as `misc` and biblatex by name. */
const biblatexTypes: Record<string, string> = tableOf({
  webpage: 'online',
  post: 'online',
  'post-weblog': 'online',
  software: 'software',
  dataset: 'dataset',
  patent: 'patent',
  manuscript: 'unpublished',
});

/** The entry type of an item. What lacks the journal or book that its type asks for becomes `misc`, as does all that has no type. */
export function entryTypeOf(item: CslItem, dialect: Dialect): string {
  if (item.type === 'thesis') {
    if (dialect === 'biblatex') return 'thesis';
    return /master|diplom|bachelor|m\.?sc/i.test(String(item.genre ?? '')) ? 'mastersthesis' : 'phdthesis';
  }
  if (item.type === 'report') return dialect === 'biblatex' ? 'report' : 'techreport';
  const type = types[item.type];
  const isPart = type === 'article' || type?.startsWith('in');
  if (
    type &&
    (!isPart || item['container-title'] || (type === 'inproceedings' && (item['event-title'] || item.event)))
  )
    return type;
  return (dialect === 'biblatex' && biblatexTypes[item.type]) || 'misc';
}
