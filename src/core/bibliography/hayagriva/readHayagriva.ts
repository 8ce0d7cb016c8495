import { parseDocument } from 'yaml';
import { errorMessage } from '../../util/errorMessage';
import { say } from '../../util/say';
import { exceedsYamlLimits } from '../../util/yamlLimits';
import { isRecord } from '../csl/normaliseItem';
import { type FileToRead, type ReadingSteps, stepLength } from '../parsedBibliography';
import { TextEntries } from '../textEntries';
import type { Fields } from '../textReference';
import { checkEntry } from './checkEntry';
import { hayagrivaItem } from './hayagrivaItem';
import { hayagrivaPositions } from './scanHayagriva';

/** Of a line that is no entry so many characters are told. */
const maxTold = 40;
/** YAML is read slower than other formats. */
const yamlStep = stepLength / 8;

/** Reads a Hayagriva file entry by entry: one that is broken costs only itself. */
export function* readHayagriva(file: FileToRead): ReadingSteps {
  const { text } = file;
  const entries = new TextEntries(file);
  const { entries: positions, strays } = hayagrivaPositions(text);
  let step = 0;
  let whole: { readonly entries: ReturnType<typeof wholeFile> } | undefined;
  const entryInWhole = (key: string) => {
    whole ??= { entries: wholeFile(text) };
    return whole.entries?.[key];
  };
  for (const { key, entryStart, entryEnd } of positions) {
    const content = text.slice(entryStart, entryEnd);
    readEntry(content, key, entryStart, entries, () => entryInWhole(key));
    if (entryEnd - step > yamlStep) {
      step = entryEnd;
      yield entryEnd / text.length;
    }
  }
  if (positions.length === 0) readFlow(text, entries);
  else
    for (const { start, written } of strays)
      entries.tell(
        start,
        start + written.length,
        'invalid-entry',
        say(
          '“{0}” begins no entry: write “key:”, and its fields below it, indented.',
          written.slice(0, maxTold),
        ),
      );
  return entries.read(false);
}

/** `otherwise` gives the entry as the whole file has it: with what anchors elsewhere in it say. */
function readEntry(
  content: string,
  key: string,
  offset: number,
  entries: TextEntries,
  otherwise: () => unknown,
): void {
  const { value, problem, usesOthers } = parseEntry(content);
  const fields = usesOthers ? otherwise() : value;
  if (problem && !(usesOthers && isRecord(fields))) {
    const at = offset + Math.min(problem.at, content.length);
    entries.tell(
      at,
      at,
      isRecord(fields) ? 'repaired-entry' : 'invalid-entry',
      isRecord(fields)
        ? say(
            'The entry “{0}” is not valid YAML here; it was read as far as it is: {1}',
            key,
            problem.message,
          )
        : say('The entry “{0}” is not valid YAML here; it was left out: {1}', key, problem.message),
    );
  }
  if (!isRecord(fields)) {
    if (!problem)
      entries.tell(
        offset,
        offset + content.length,
        'no-fields',
        say('“{0}” has no fields; write them below it, indented.', key),
        'warning',
      );
    return;
  }
  if (!problem || usesOthers)
    for (const finding of checkEntry(content, key, fields))
      entries.tell(
        offset + finding.start,
        offset + finding.end,
        finding.code,
        finding.message,
        finding.severity,
      );
  const parse = (text: string): Fields => {
    const parsed = usesOthers ? fields : parseEntry(text).value;
    return isRecord(parsed) ? parsed : {};
  };
  entries.add(key, offset, offset + content.length, parse, fields, hayagrivaItem);
}

interface ParsedEntry {
  readonly value?: unknown;
  readonly problem?: { readonly at: number; readonly message: string };
  /** It repeats what has an anchor in another entry. */
  readonly usesOthers?: boolean;
}

/** All scalars as the texts they are written as: `2306.00620` is no number here. */
function parseEntry(content: string): ParsedEntry {
  if (exceedsYamlLimits(content))
    return { problem: { at: 0, message: say('it is nested too deeply, or has too many anchors and tags') } };
  const document = parseDocument(content, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const [error] = document.errors;
  try {
    const value = firstValue(document.toJS({ maxAliasCount: 100 }));
    if (!error) return { value };
    return { value, problem: { at: error.pos[0], message: error.message.split('\n')[0]! } };
  } catch (thrown) {
    const message = errorMessage(thrown);
    return { problem: { at: 0, message }, usesOthers: /unresolved alias/i.test(message) };
  }
}

function firstValue(mapping: unknown): unknown {
  return isRecord(mapping) ? Object.values(mapping)[0] : undefined;
}

/** The file read at once: for entries that repeat parts of others. */
function wholeFile(text: string): Readonly<Record<string, unknown>> | undefined {
  if (exceedsYamlLimits(text)) return undefined;
  try {
    const value: unknown = parseDocument(text, {
      schema: 'failsafe',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    }).toJS({ maxAliasCount: 10_000 });
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A file whose mapping stands in braces, as JSON does: its entries have no lines of their own. */
function readFlow(text: string, entries: TextEntries): void {
  if (!/[^\s#\ufeff]/.test(text.replace(/^\s*(?:#.*|---|\.\.\.)$/gm, ''))) return;
  const whole = wholeFile(text);
  if (!whole) {
    entries.tell(
      0,
      1,
      'unreadable-bibliography',
      say('No references could be made out: this is no mapping of keys to entries.'),
    );
    return;
  }
  for (const [key, fields] of Object.entries(whole))
    if (isRecord(fields)) entries.add(key, 0, text.length, () => fields, fields, hayagrivaItem);
}
