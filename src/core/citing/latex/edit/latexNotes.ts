import type { NoteStyle } from './chooseCommand';

export interface Notes {
  readonly prefix?: string;
  readonly locator?: string;
}

/** `[see][p. 3]`, with empty brackets only where LaTeX needs them to tell the two apart. */
export function writeNotes({ prefix = '', locator = '' }: Notes, style: NoteStyle): string {
  if (style === 'angle') return (prefix && `<${escapeNote(prefix)}>`) + (locator && bracketed(locator));
  // LaTeX's own \cite has one note only: what belongs before goes there too.
  if (style === 'post')
    return prefix || locator ? bracketed([prefix, locator].filter(Boolean).join(' ')) : '';
  if (prefix) return bracketed(prefix) + (locator ? bracketed(locator) : '[]');
  return locator && bracketed(locator);
}

/** A note whose brackets LaTeX would misread goes into braces. */
function bracketed(note: string): string {
  const escaped = escapeNote(note);
  return /[[\]]/.test(escaped) && !/^\{.*\}$/.test(escaped) ? `[{${escaped}}]` : `[${escaped}]`;
}

/** What would end the line or stop LaTeX: `p. 3 & 4 (100 %)`. */
function escapeNote(note: string): string {
  return note.replace(/(^|[^\\])([%&#])/g, '$1\\$2').replace(/\s+/g, run => (run.includes('\n') ? ' ' : run));
}
