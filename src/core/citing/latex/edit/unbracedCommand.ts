import { looksLikeCiting } from '../citationCommand';
import { knownCommands } from '../commands/knownCommands';
import type { LatexDocument } from '../latexDocument';

const unbraced = /\\([A-Za-z@]+)\*?(?:[ \t]*\[[^[\]\n]*\]){0,2}$/;
/** No command with its notes is longer. */
const maxLength = 300;

/** Whether a citation command that has no braces yet stands right before: `\cite|`, `\citep[see][]|`. */
export function isBehindUnbracedCommand(document: LatexDocument, text: string, offset: number): boolean {
  if (/^[ \t]*[[{*A-Za-z@]/.test(text.slice(offset, offset + 1))) return false;
  const name = unbraced.exec(text.slice(Math.max(0, offset - maxLength), offset))?.[1];
  if (name === undefined) return false;
  const command = document.commands.get(name) ?? knownCommands.get(name);
  return command ? /^[<nopP]*k/.test(command.arguments) : looksLikeCiting(name);
}
