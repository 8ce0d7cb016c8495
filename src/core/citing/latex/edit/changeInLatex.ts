import type { TextEdit } from '../../../model/textEdit';
import type { CitedKey, Form } from '../../citation';
import { withoutTemplate } from '../../edit/keyTemplate';
import { looksLikeCiting } from '../citationCommand';
import { knownCommands } from '../commands/knownCommands';
import type { CitationPart, LatexCitation, LatexDocument, Stretch } from '../latexDocument';
import { chooseCommand, commandsOf, noteStyle } from './chooseCommand';
import { type Notes, writeNotes } from './latexNotes';

/** Takes a key out of its group, with the comma that set it off; the last key takes the citation with it. */
export function removeKeyInLatex(text: string, citation: LatexCitation, key: CitedKey): TextEdit[] {
  const part = partOf(citation, key);
  const keys = keysOf(citation, part);
  // What an environment begins with stays: it ends further down.
  if (citation.keys.length === 1 && /^begin\{|displaycquote$/.test(citation.command))
    return [edit(key.start, key.end, '')];
  if (citation.keys.length === 1) return [removal(text, citation.start, citation.end)];
  if (keys.length === 1) {
    const next = citation.parts[citation.parts.indexOf(part) + 1];
    const first = part === citation.parts[0];
    // The command's own notes `(…)(…)` stay with what follows.
    return [edit(part.start, first && next ? next.start : behind(text, part.list), '')];
  }
  const index = keys.indexOf(key);
  const next = keys[index + 1];
  if (next) return [edit(key.start, next.start, keptBetween(text, key.end, next.start))];
  const before = keys[index - 1]!;
  return [edit(before.end, key.end, keptBetween(text, before.end, key.start))];
}

/** Comments between two keys outlive the removal of one. */
function keptBetween(text: string, start: number, end: number): string {
  const between = text.slice(start, end);
  return between.includes('%') ? between.replace(',', '').trimStart() : '';
}

/** Puts the keys of a group in a new order: each stands where another stood, so that line breaks and comments stay. */
export function reorderInLatex(citation: LatexCitation, order: readonly string[]): TextEdit[] {
  return citation.keys.flatMap(({ start, end, key }, index) => {
    const replacement = order[index];
    return replacement === undefined || replacement === key ? [] : [edit(start, end, replacement)];
  });
}

/** Makes `\citep{a}` `\citet{a}`, by the commands of the document; notes and keys stay. Nothing where the form is the same. */
export function convertInLatex(document: LatexDocument, citation: LatexCitation, form: Form): TextEdit[] {
  if (citation.keys[0]?.form === form || !takesKeysAlone(document, citation)) return [];
  const command = counterpart(document, citation, form);
  if (command === citation.command) return [];
  const start = citation.start + 1;
  return [edit(start, start + citation.command.length, command)];
}

/** Whether another command could stand in its place: not where it takes other things, too, as `\\textcquote{key}{text}` does. */
function takesKeysAlone({ commands }: LatexDocument, { command }: LatexCitation): boolean {
  const name = command.replace(/\*$/, '');
  const known = commands.get(name) ?? knownCommands.get(name);
  // The quotation that follows the key of csquotes' commands is read as text.
  if (/^begin\{|cquote$/.test(name)) return false;
  if (!known) return looksLikeCiting(name);
  return known.repeatsFrom !== undefined || /^[<npPo]*k$/.test(known.arguments);
}

/** The command of the same family for another form: `Citep` gives `Citet`, `parencites` `textcites`. */
function counterpart(document: LatexDocument, { command, parts }: LatexCitation, form: Form): string {
  const capital = /^[A-Z]/.test(command);
  const isMulti = /cites\*?$/i.test(command) && parts.length > 0 && document.packages.has('biblatex');
  if (isMulti) {
    const multi = form === 'inText' ? 'textcites' : 'parencites';
    return capital ? multi[0]!.toUpperCase() + multi.slice(1) : multi;
  }
  const chosen = chooseCommand(document, form);
  const hasCapital =
    commandsOf(document.packages).inText === 'citet' ? /^cite[pt]$/ : /^(?:paren|text|auto)cite$/;
  return capital && hasCapital.test(chosen) ? chosen[0]!.toUpperCase() + chosen.slice(1) : chosen;
}

/** Writes the notes at a key's braces anew; those not given stay as they are, an empty one goes. */
export function setNotesInLatex(
  document: LatexDocument,
  text: string,
  citation: LatexCitation,
  key: CitedKey,
  notes: Notes,
): TextEdit[] {
  const part = partOf(citation, key);
  const written = (stretch: CitationPart['prenote']) => stretch && text.slice(stretch.start, stretch.end);
  const prefix = notes.prefix ?? written(part.prenote);
  const locator = notes.locator ?? written(part.postnote);
  const all = { ...(prefix && { prefix }), ...(locator && { locator }) };
  const stretches = [part.prenote, part.postnote].filter(stretch => stretch !== undefined);
  const [start, end] = stretches.length
    ? [
        Math.min(...stretches.map(note => note.start)) - 1,
        Math.max(...stretches.map(note => behind(text, note))),
      ]
    : [part.list.start - 1, part.list.start - 1];
  return [edit(start, end, writeNotes(all, noteStyle(document.packages)))];
}

/** Every place where the document names a key, `\bibitem` included, gets another. */
export function renameInLatex(document: LatexDocument, from: string, to: string): TextEdit[] {
  const places = [...document.citations.flatMap(citation => citation.keys), ...document.definedKeys];
  return places.flatMap(({ key, start, end, template }) => {
    const written = key === from ? withoutTemplate(to, template) : undefined;
    return written === undefined ? [] : [edit(start, end, written)];
  });
}

/** Where a stretch ends with what closes it, which may not be typed yet. */
function behind(text: string, { end, closed }: Stretch & { readonly closed?: boolean }): number {
  return (closed ?? /[\]>)]/.test(text.charAt(end))) ? end + 1 : end;
}

function partOf(citation: LatexCitation, key: CitedKey): CitationPart {
  return (
    citation.parts.find(({ list }) => list.start <= key.start && key.end <= list.end) ?? citation.parts[0]!
  );
}

function keysOf(citation: LatexCitation, { list }: CitationPart): CitedKey[] {
  return citation.keys.filter(key => list.start <= key.start && key.end <= list.end);
}

function edit(start: number, end: number, text: string): TextEdit {
  return { start, end, text };
}

/** A citation goes with the blank or tie that set it off from the word before. */
function removal(text: string, start: number, end: number): TextEdit {
  const lead = /(?:~|[ \t])$/.exec(text.slice(Math.max(0, start - 1), start));
  const joinsWords = lead && /^[\s.,;:!?)}~]|^$/.test(text.slice(end, end + 1));
  return edit(joinsWords ? start - 1 : start, end, '');
}
