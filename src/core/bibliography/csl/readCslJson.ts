import { say } from '../../util/say';
import type { EntryPosition, KeyPositions } from '../bibliographyFormat';
import { type FileToRead, type ReadingSteps, stepLength } from '../parsedBibliography';
import { TextEntries } from '../textEntries';
import { isRecord } from './normaliseItem';
import { repairJson } from './repairJson';
import { fieldsOfItem, itemListStart, type JsonItemSpan, JsonItems } from './scanJson';

/** Reads a CSL-JSON file item by item: one that is broken is repaired or left out, the others are there. */
export function* readCslJson(file: FileToRead): ReadingSteps {
  const { text } = file;
  const entries = new TextEntries(file);
  const listStart = itemListStart(text);
  let at = Math.max(0, listStart);
  let read = 0;
  let truncated = listStart >= 0;
  const items = new JsonItems(text);
  let isWhole = true;
  for (let span = items.next(at); span; span = items.next(at)) {
    if (isWhole && listStart >= 0) checkBetween(text, at, span.start, read > 0 || at > listStart, entries);
    isWhole = !span.unclosed;
    readItem(text, span, entries);
    read += span.end - at;
    at = span.end;
    if (read >= stepLength) {
      read = 0;
      yield at / text.length;
    }
  }
  const close = text.indexOf(']', at);
  if (close >= 0 || listStart < 0) truncated = false;
  if (close >= 0 && isWhole && entries.count > 0 && listStart >= 0 && /^\s*,\s*$/.test(text.slice(at, close)))
    entries.tell(
      close,
      close + 1,
      'stray-text',
      say('A comma after the last item, which JSON does not allow; it was passed over. Remove it.'),
      'warning',
    );
  if (truncated)
    entries.tell(
      text.length,
      text.length,
      'truncated',
      say('The file ends before its list of items does; those before are there. Save it again, or add “]”.'),
    );
  if (
    entries.count === 0 &&
    text.trim() !== '' &&
    !/^\ufeff?\s*(?:\[\s*\]|\{[^{}]*\})\s*$/.test(text.slice(0, 10_000))
  )
    entries.tell(
      0,
      1,
      'unreadable-bibliography',
      say('No references could be made out: this is no list of CSL-JSON items.'),
    );
  return entries.read(truncated);
}

/** What stands between two items: a comma in JSON, and nothing else. */
function checkBetween(
  text: string,
  from: number,
  to: number,
  isAfterItem: boolean,
  entries: TextEntries,
): void {
  const between = text.slice(from, to);
  const stray = between.replace(isAfterItem ? ',' : '', '').trim();
  if (stray)
    entries.tell(
      from + between.indexOf(stray[0]!),
      to,
      'stray-text',
      say(
        '“{0}” stands between the items of the list, which JSON does not allow; it was passed over. Remove it.',
        stray.slice(0, 40),
      ),
      'warning',
    );
  else if (isAfterItem && !between.includes(','))
    entries.tell(
      from - 1,
      from,
      'missing-comma',
      say('The comma between this item and the next is missing; read as if it were there. Add it.'),
    );
}

function readItem(text: string, { start, end }: JsonItemSpan, entries: TextEntries): void {
  const written = text.slice(start, end);
  let value: unknown;
  let repaired = false;
  try {
    value = JSON.parse(written);
  } catch {
    const repair = repairJson(written);
    value = repair?.value;
    repaired = repair !== undefined;
    const what = repair?.repairs.join(', ') || say('a comma or brace out of place');
    const told = repaired
      ? say('This item has {0}; it was read as if that were right. Correct it.', what)
      : say('This item is not valid JSON; it was left out, the others are there.');
    entries.tell(start, end, repaired ? 'repaired-entry' : 'invalid-entry', told);
  }
  if (!isRecord(value)) return;
  const key = keyOf(value);
  if (key === '')
    entries.tell(start, end, 'no-key', say('This item has no “id”, so nothing can cite it. Give it one.'));
  entries.add(key, start, end, content => parse(content, repaired), value);
}

function parse(content: string, repaired: boolean): Record<string, unknown> {
  const value: unknown = repaired ? repairJson(content)?.value : JSON.parse(content);
  return isRecord(value) ? value : {};
}

/** The key to cite by: `id`, or Better BibTeX's where `id` is an address in Zotero. */
function keyOf(item: Readonly<Record<string, unknown>>): string {
  const { id } = item;
  const key = item['citation-key'];
  if (typeof key === 'string' && key && (typeof id !== 'string' || /^https?:\/\/zotero\.org\//.test(id)))
    return key;
  return typeof id === 'string' ? id : typeof id === 'number' ? String(id) : '';
}

const keyFields = new Set(['id', 'citation-key']);

/** Where the keys of a CSL-JSON file stand. */
export function cslJsonPositions(text: string): KeyPositions {
  const entries: EntryPosition[] = [];
  const items = new JsonItems(text);
  for (let span = items.next(Math.max(0, itemListStart(text))); span; span = items.next(span.end)) {
    const fields = fieldsOfItem(text, span, keyFields);
    const values: Record<string, unknown> = {};
    for (const [name, { start, end, quoted }] of fields)
      values[name] = parsedScalar(quoted ? `"${text.slice(start, end)}"` : text.slice(start, end));
    const key = keyOf(values);
    const place = [...fields].find(([name]) => key !== '' && String(values[name]) === key)?.[1];
    if (place)
      entries.push({ key, start: place.start, end: place.end, entryStart: span.start, entryEnd: span.end });
  }
  return { entries, mentions: [] };
}

function parsedScalar(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
