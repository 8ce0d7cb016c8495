import type { Reference } from '../../reference';
import { LineCounter } from '../lineCounter';
import { type Finding, type ReadingSteps, stepLength } from '../parsedBibliography';
import { withLines } from '../problemLines';
import type { SourceText } from '../sourceText';
import { adoptDecoded, TextReference } from './cslReference';
import { isRecord } from './normaliseItem';
import { repairJson } from './repairJson';
import { itemListStart, type JsonItemSpan, nextJsonItem } from './scanJson';

/** Reads a CSL-JSON file item by item: one that is broken is repaired or left out, the others are there. */
export function* readCslJson(
  text: string,
  source: string,
  previous: readonly Reference[] = [],
  kept: SourceText = text,
): ReadingSteps {
  const references: TextReference[] = [];
  const findings: Finding[] = [];
  const lines = new LineCounter(text);
  const listStart = itemListStart(text);
  let at = Math.max(0, listStart);
  let read = 0;
  let truncated = listStart >= 0;
  for (let span = nextJsonItem(text, at); span; span = nextJsonItem(text, at)) {
    const reference = readItem(text, kept, source, span, lines, findings);
    if (reference) references.push(reference);
    read += span.end - at;
    at = span.end;
    if (read >= stepLength) {
      read = 0;
      yield at / text.length;
    }
  }
  if (text.indexOf(']', at) >= 0 || listStart < 0) truncated = false;
  if (truncated)
    findings.push({
      start: text.length,
      end: text.length,
      severity: 'error',
      message:
        'The file ends before its list of items does; those before are there. Save it again, or add “]”.',
    });
  if (
    references.length === 0 &&
    text.trim() !== '' &&
    !/^\ufeff?\s*(?:\[\s*\]|\{[^{}]*\})\s*$/.test(text.slice(0, 10_000))
  )
    findings.push({
      start: 0,
      end: 1,
      severity: 'error',
      message: 'No references could be made out: this is no list of CSL-JSON items.',
    });
  adoptDecoded(references, previous);
  return { references, problems: withLines(text, findings), truncated };
}

function readItem(
  text: string,
  kept: SourceText,
  source: string,
  span: JsonItemSpan,
  lines: LineCounter,
  findings: Finding[],
): TextReference | undefined {
  const place = { line: lines.lineAt(span.start), start: span.start, end: span.end };
  const written = text.slice(span.start, span.end);
  let value: unknown;
  let repaired = false;
  try {
    value = JSON.parse(written);
  } catch {
    const repair = repairJson(written);
    value = repair?.value;
    repaired = repair !== undefined;
    const what = repair?.repairs.join(' and ') || 'a comma or brace out of place';
    findings.push({
      start: span.start,
      end: span.end,
      severity: 'error',
      message: repaired
        ? `This item has ${what}; it was read as if that were right. Correct it.`
        : 'This item is not valid JSON; it was left out, the others are there.',
    });
  }
  if (!isRecord(value)) return undefined;
  const key = keyOf(value);
  if (key === '')
    findings.push({
      start: span.start,
      end: span.end,
      severity: 'error',
      message: 'This item has no “id”, so nothing can cite it. Give it one.',
    });
  return new TextReference(key, kept, place, source, content => parse(content, repaired), value);
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
