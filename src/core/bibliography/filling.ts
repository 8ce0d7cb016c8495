import type { TextEdit } from '../model/textEdit';

/** What gives an entry the fields that it lacks: one insertion, and their names for people. */
export interface Filling {
  readonly edit: TextEdit;
  readonly fields: readonly string[];
}

/** Variables of CSL that are worth filling in: facts about the work, nothing that is a matter of taste. */
export const filledVariables: ReadonlySet<string> = new Set([
  'author',
  'editor',
  'container-title',
  'collection-title',
  'volume',
  'issue',
  'page',
  'publisher',
  'issued',
  'ISBN',
  'DOI',
  'PMID',
  'PMCID',
  'abstract',
  'note',
]);
