import { say } from '../../util/say';
import { isRecord } from '../csl/normaliseItem';
import type { Finding } from '../parsedBibliography';
import { entryTypes } from './hayagrivaTypes';
import { dateOf, listOf, textOf } from './hayagrivaValues';

/** What Typst refuses a whole file for, though it is valid YAML; places are in the entry's own text. */
export function* checkEntry(
  content: string,
  key: string,
  fields: Readonly<Record<string, unknown>>,
): Generator<Finding> {
  const at = (field: string, value: unknown): { start: number; end: number } => {
    const written = textOf(value) ?? '';
    const named = new RegExp(`(?:^|[\\n{,])[ \\t-]*["']?${field}["']?[ \\t]*:[ \\t\\r\\n]*["']?`, 'g');
    for (const match of content.matchAll(named)) {
      const start = match.index + match[0].length;
      if (content.startsWith(written, start)) return { start, end: start + written.length };
    }
    return { start: 0, end: content.length };
  };
  if (fields.type === undefined)
    yield {
      start: 0,
      end: content.length,
      severity: 'error',
      code: 'no-type',
      message: say('“{0}” has no “type”; Typst refuses the file. Give it one, such as “type: article”.', key),
    };
  for (const entry of withParents(fields, 0)) {
    const type = textOf(entry.type);
    if (type !== undefined && !isTypstType(type))
      yield {
        ...at('type', type),
        severity: 'error',
        code: 'unknown-type',
        message: say(
          '“{0}” is no type of entry that Hayagriva has; Typst refuses the file. Use “misc” or another that it has.',
          type,
        ),
      };
    const url = textOf(isRecord(entry.url) ? entry.url.value : entry.url);
    if (url !== undefined && !/^[a-z][a-z\d+.-]*:\S/i.test(url))
      yield {
        ...at('(?:url|value)', url),
        severity: 'error',
        code: 'invalid-address',
        message: say('“{0}” is no address; Typst refuses the file. Write it with “https://”.', url),
      };
    const date = textOf(entry.date);
    if (date !== undefined && !dateOf(date))
      yield {
        ...at('date', date),
        severity: 'error',
        code: 'invalid-date',
        message: say(
          '“{0}” is no date; Typst refuses the file. Write it as 2020, 2020-06 or 2020-06-26, and words in “note”.',
          date,
        ),
      };
    for (const field of ['author', 'editor'])
      for (const person of listOf(entry[field]))
        if (isRecord(person) && textOf(person.name) === undefined)
          yield {
            ...at(field, ''),
            severity: 'error',
            code: 'invalid-name',
            message: say(
              'A person among “{0}” has no “name”; Typst refuses the file. Give the family name as “name”.',
              field,
            ),
          };
  }
}

/** Typst takes `article` and `Article`, and no other spelling; `tweet` became `post`. */
function isTypstType(type: string): boolean {
  const folded = type[0]!.toLowerCase() + type.slice(1);
  return entryTypes.has(folded) && folded !== 'tweet';
}

function* withParents(
  fields: Readonly<Record<string, unknown>>,
  depth: number,
): Generator<Readonly<Record<string, unknown>>> {
  yield fields;
  if (depth < 20)
    for (const parent of listOf(fields.parent)) if (isRecord(parent)) yield* withParents(parent, depth + 1);
}
