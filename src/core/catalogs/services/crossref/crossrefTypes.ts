import { tableOf } from '../../../util/collections/tableOf';
import { type JsonObject, textAt } from '../../json';

/** Crossref's types (api.crossref.org/types) as CSL's. */
export const crossrefTypes: Readonly<Record<string, string>> = tableOf({
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
});

/** What is posted and is no preprint; all else is read as one. */
export const postedTypes: Readonly<Record<string, string>> = tableOf({
  working_paper: 'report',
  report: 'report',
  dissertation: 'thesis',
});

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

/** Whether it is a work, and not a part or a container of one. */
export function isWanted(work: JsonObject): boolean {
  return !unwanted.has(textAt(work, 'type'));
}
