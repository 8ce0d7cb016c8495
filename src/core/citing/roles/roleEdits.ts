import type { TextEdit } from '../../model/textEdit';
import { say } from '../../util/say';
import type { Citation, CitedItem, CitedKey, DocumentCitations, Form } from '../citation';
import type { CompletionPlace } from '../citationLanguage';
import type { Insertion } from '../edit/joinInsertions';
import { leadHabit } from '../place/leadHabit';
import { newCitation } from '../place/newCitation';
import type { Token } from '../place/token';

/** How a language writes the name of a role before its backticks: `{cite:p}` in MyST, `:cite:p:` in reStructuredText. */
export type WriteRole = (role: string) => string;

const roleOfForm: Readonly<Record<Form, string>> = {
  normal: 'cite:p',
  inText: 'cite:t',
  suppressAuthor: 'cite:year',
};

/**
 * Cites `items` at `offset`: they join the role the cursor is in or right behind; a role being typed
 * at `place` is finished; elsewhere a role is written, of the document's habit.
 */
export function insertRole(
  text: string,
  offset: number,
  items: readonly CitedItem[],
  form: Form,
  { citations }: DocumentCitations,
  tokens: Token[],
  writeRole: WriteRole,
  place: CompletionPlace | undefined,
): Insertion {
  const here = citations.findLast(({ start, end }) => start < offset && offset <= end);
  if (here?.command) {
    const present = new Set(here.keys.map(({ key }) => key));
    const added = items.filter(({ key }) => !present.has(key));
    if (!added.length) return { edits: [], cursor: offset };
    const written = writeWhole(here.command, [...here.keys, ...added], writeRole);
    return { edits: [replaced(here, written)], cursor: here.start + written.length };
  }
  if (place) {
    // A role that is being typed, empty or with the beginning of a key in it.
    const written = writeKeys(items);
    const edit = { start: place.start, end: place.end, text: written + place.groupEnd };
    return { edits: [edit], cursor: place.start + written.length };
  }
  const role = usualRole(citations, form);
  return newCitation(text, tokens, offset, {
    lead: leadHabit(text, citations, form) || ' ',
    write: () => writeWhole(role, items, writeRole),
  });
}

/** Documents that cite by the plain role alone go on with it. */
function usualRole(citations: readonly Citation[], form: Form): string {
  const used = citations.flatMap(({ command }) => command ?? []);
  return form === 'normal' && used.includes('cite') && !used.includes('cite:p') ? 'cite' : roleOfForm[form];
}

export function removeRoleKey(
  text: string,
  citation: Citation,
  key: CitedKey,
  writeRole: WriteRole,
): TextEdit[] {
  const rest = citation.keys.filter(one => one !== key);
  if (rest.length) return [replaced(citation, writeWhole(citation.command!, rest, writeRole))];
  const isSetOff = /[ \t]/.test(text[citation.start - 1] ?? '');
  return [{ start: citation.start - (isSetOff ? 1 : 0), end: citation.end, text: '' }];
}

export function reorderRoleKeys(
  citation: Citation,
  order: readonly string[],
  writeRole: WriteRole,
): TextEdit[] {
  const keys = [...citation.keys].sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  return [replaced(citation, writeWhole(citation.command!, keys, writeRole))];
}

export function convertRole(citation: Citation, form: Form, writeRole: WriteRole): TextEdit[] {
  if (citation.keys[0]?.form === form) return [];
  return [replaced(citation, writeWhole(roleOfForm[form], citation.keys, writeRole))];
}

export function setRoleLocator(
  citation: Citation,
  key: CitedKey,
  locator: string,
  writeRole: WriteRole,
): TextEdit[] {
  const keys = citation.keys.map(one => (one === key ? { ...one, locator } : one));
  return [replaced(citation, writeWhole(citation.command!, keys, writeRole))];
}

export function renameInRoles({ citations }: DocumentCitations, oldKey: string, newKey: string): TextEdit[] {
  return citations.flatMap(({ keys }) =>
    keys.filter(({ key }) => key === oldKey).map(({ start, end }) => ({ start, end, text: newKey })),
  );
}

/** Longer keys, and longer lists of them, are not completed. */
const maxLength = 400;

/** The key being typed in a role, its backticks closed or not. `opened` matches a role up to the cursor, what is typed in its last group. */
export function completionInRole(text: string, offset: number, opened: RegExp): CompletionPlace | undefined {
  const match = opened.exec(text.slice(Math.max(0, offset - maxLength), offset));
  const content = match?.[1];
  if (content === undefined) return undefined;
  const typed = /[^,{}\s]*$/.exec(content)![0];
  const start = offset - typed.length;
  const rest = /^[^\s,{}`]*/.exec(text.slice(offset, offset + maxLength))![0];
  const line = /^[^\n]*/.exec(text.slice(offset + rest.length, offset + maxLength))![0];
  return { start, end: offset + rest.length, typed, keyEnd: '', groupEnd: line.includes('`') ? '' : '`' };
}

/** sphinxcontrib-bibtex splits a role's content at commas, and knows braces for what stands around a key. */
export function invalidRoleKeyReason(key: string): string | undefined {
  const broken = /[,{}`\\]/.exec(key)?.[0];
  return broken && say('“{0}” cannot be in a key there.', broken);
}

function writeWhole(role: string, items: readonly CitedItem[], writeRole: WriteRole): string {
  return `${writeRole(role)}\`${writeKeys(items)}\``;
}

function writeKeys(items: readonly CitedItem[]): string {
  return items
    .map(({ key, prefix, locator }) => (prefix ? `{${prefix}}` : '') + key + (locator ? `{${locator}}` : ''))
    .join(',');
}

function replaced({ start, end }: Citation, text: string): TextEdit {
  return { start, end, text };
}
