import { readCitation } from '../citations/citationArguments';
import { readKeys } from '../citations/citationKeys';
import type { CitationPart } from '../latexDocument';
import { isBlank, openBrace } from '../reader/characters';
import type { Action, LatexReader } from '../reader/latexReader';
import { readText } from './arguments';

/** Commands that give keys a meaning, or cite by an option. */
export const referenceCommands: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['defbibentryset', defineEntrySet],
  ['externalcitedocument', readExternalDocument],
  ['DeclareAcronym', readAcronym],
]);

/** biblatex, manual § 3.15.5: `\defbibentryset{set}{a,b}` defines `set` and names what is in it. */
function defineEntrySet(reader: LatexReader, name: string, start: number): void {
  const { position } = reader;
  const set = readText(reader);
  if (!set?.path) return;
  reader.definedKeys.push({ key: set.path, form: 'normal', start: set.start, end: set.end });
  reader.position = position;
  readCitation(reader, name, start, { form: 'normal', arguments: 'mk' }, false);
}

/** xcite: `\externalcitedocument[prefix]{file}` makes the citations of another document known. */
function readExternalDocument(reader: LatexReader): void {
  const prefix = reader.readOption();
  const file = readText(reader);
  if (file?.path) reader.externalDocuments.push({ ...file, isPrefixed: prefix !== undefined });
}

/** acro: `\DeclareAcronym{bert}{short = BERT, cite = {devlin2019,peters2018}}` cites where the acronym is first used. */
function readAcronym(reader: LatexReader): void {
  reader.readGroup();
  const options = reader.readGroup(true);
  if (!options?.closed) return;
  const { text, position } = reader;
  for (const option of text
    .slice(options.start, options.end)
    .matchAll(/(?<![\w-])cite\s*=\s*(?:\[[^[\]]*\]\s*){0,2}/g)) {
    const start = options.start + option.index;
    citeByOption(reader, start, start + option[0].length, options.end);
  }
  reader.position = position;
}

/** The keys of `cite = {a,b}` or `cite = a`, from where the value begins. */
function citeByOption(reader: LatexReader, start: number, valueStart: number, limit: number): void {
  const { text } = reader;
  const isBraced = text.charCodeAt(valueStart) === openBrace;
  if (isBraced) {
    reader.position = valueStart + 1;
    const { keys, closed } = readKeys(reader, 'normal');
    const list = { start: valueStart + 1, end: reader.position - Number(closed), closed };
    cite(reader, keys, start, reader.position, list);
    return;
  }
  let end = valueStart;
  while (end < limit && text[end] !== ',' && text[end] !== '\n') end++;
  while (end > valueStart && isBlank(text.charCodeAt(end - 1))) end--;
  const key = text.slice(valueStart, end);
  const list = { start: valueStart, end, closed: true };
  if (key === '') cite(reader, [], start, end, list);
  else if (/^[^\s{}\\#%~]+$/.test(key))
    cite(reader, [{ key, form: 'normal', start: valueStart, end }], start, end, list);
}

function cite(
  reader: LatexReader,
  keys: LatexReader['definedKeys'],
  start: number,
  end: number,
  list: CitationPart['list'],
): void {
  reader.citations.push({ keys, start, end, command: 'cite', parts: [{ start: list.start, list }] });
}
