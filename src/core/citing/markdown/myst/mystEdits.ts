import type { CitedItem, DocumentCitations, Form } from '../../citation';
import type { CompletionPlace } from '../../citationLanguage';
import type { Insertion } from '../../edit/joinInsertions';
import { completionInRole, insertRole } from '../../roles/roleEdits';
import { markdownTokens } from '../edit/markdownTokens';
import { readMarkdown } from '../readMarkdown';

export const writeMystRole = (role: string) => `{${role}}`;

const opened = /\{(?:foot)?cite(?::[a-z]{1,15})?\}`([^`\n]*)$/;

/** Whether citations are written as roles: always where the project reads nothing else, else where the document does so or the cursor is in one. */
export function citesByRoles({ dialect, citations }: DocumentCitations, offset: number): boolean {
  if (dialect === 'myst') return true;
  if (dialect !== 'mystmd') return false;
  const here = citations.findLast(({ start, end }) => start < offset && offset <= end);
  if (here) return here.command !== undefined;
  return citations.filter(({ command }) => command !== undefined).length * 2 > citations.length;
}

export function insertInMyst(
  text: string,
  offset: number,
  items: readonly CitedItem[],
  form: Form,
  parsed: DocumentCitations,
): Insertion {
  const tokens = markdownTokens(text, offset, parsed.citations);
  const place = completionInMyst(text, offset, parsed);
  return insertRole(text, offset, items, form, parsed, tokens, writeMystRole, place);
}

/** The key being typed in a role that is one: in code and comments none is. */
export function completionInMyst(
  text: string,
  offset: number,
  { dialect = 'myst' }: DocumentCitations,
): CompletionPlace | undefined {
  const place = completionInRole(text, offset, opened);
  if (!place) return undefined;
  const probed = `${text.slice(0, place.start)}probe${place.groupEnd}${text.slice(place.end)}`;
  const { citations } = readMarkdown(probed, dialect);
  return citations.some(({ keys }) => keys.some(({ start }) => start === place.start)) ? place : undefined;
}
