import type { BibliographyFormat } from '../model/source';
import type { TextEdit } from '../model/textEdit';

/** Fields of BibLaTeX (manual § 2.2.3, 2.4.1) whose value is a key or a list of keys of other entries. */
const keyFields = /\b(?:crossref|xdata|xref|related|entryset|ids)\s*=\s*(?:\{([^{}"]*)\}|"([^{}"]*)")/gi;

/**
 * The edits that give an entry another key, in its own place and wherever other entries of the file refer to it (`crossref`, `xdata`, …).
 * `entries` are the places of the entries with the old key. Nothing else of the file changes.
 */
export function renameInBibliography(
  text: string,
  format: BibliographyFormat,
  entries: readonly { readonly start: number; readonly end: number }[],
  oldKey: string,
  newKey: string,
): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const { start, end } of entries) {
    const range = keyRange(text, format, start, end, oldKey);
    if (range)
      edits.push({ ...range, text: format === 'csl-json' ? JSON.stringify(newKey).slice(1, -1) : newKey });
  }
  if (format === 'bibtex') edits.push(...crossReferences(text, oldKey, newKey));
  return edits;
}

/** Where an entry's own key stands, or `undefined` when the entry does not have it where its format says. */
export function keyRange(
  text: string,
  format: BibliographyFormat,
  start: number,
  end: number,
  key: string,
): { start: number; end: number } | undefined {
  const written = format === 'csl-json' ? JSON.stringify(key).slice(1, -1) : key;
  const before = keyIntroductions[format];
  const entry = text.slice(start, end);
  for (const match of entry.matchAll(before)) {
    const at = match.index + match[0].length;
    if (!entry.startsWith(written, at)) continue;
    const after = entry[at + written.length];
    if (after !== undefined && !/[\s,"'})]/.test(after)) continue;
    return { start: start + at, end: start + at + written.length };
  }
  return undefined;
}

/**
 * The key that stands at an offset: that of an entry, or one that a `crossref`-like field names. Only the offset's own line is read.
 * In `@book{knu|th84,` this is `knuth84`.
 */
export function keyAt(
  text: string,
  format: BibliographyFormat,
  offset: number,
): { key: string; start: number; end: number } | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);
  const at = offset - lineStart;
  for (const match of line.matchAll(keyIntroductions[format])) {
    const start = match.index + match[0].length;
    const key = keyEnd[format].exec(line.slice(start))?.[0].trimEnd() ?? '';
    if (key && at >= start && at <= start + key.length)
      return { key, start: lineStart + start, end: lineStart + start + key.length };
  }
  if (format !== 'bibtex') return undefined;
  for (const named of namedKeys(line))
    if (at >= named.start && at <= named.end)
      return { key: named.key, start: lineStart + named.start, end: lineStart + named.end };
  return undefined;
}

/** Every place where an entry says its key, in order: for marking entries without reading what is in them. */
export function entriesOf(
  text: string,
  format: BibliographyFormat,
): { key: string; start: number; end: number }[] {
  const entries: { key: string; start: number; end: number }[] = [];
  for (const match of text.matchAll(keyIntroductions[format])) {
    const start = match.index + match[0].length;
    const line = text.slice(start, start + maxKeyLength);
    const key = keyEnd[format].exec(line)?.[0].trimEnd() ?? '';
    if (key && !/[\s=]/.test(key)) entries.push({ key, start, end: start + key.length });
  }
  return entries;
}

/** No key is longer; it bounds how far is looked for its end. */
const maxKeyLength = 300;

/** A key, from where it begins. */
const keyEnd: Readonly<Record<BibliographyFormat, RegExp>> = {
  bibtex: /^[^,{}"]*/,
  'csl-json': /^[^"]*/,
  'csl-yaml': /^[^"'#]*/,
  ris: /^.*/,
};

/** What stands before the key of an entry. */
const keyIntroductions: Readonly<Record<BibliographyFormat, RegExp>> = {
  bibtex: /@\s*[^\s@{(]+\s*[{(]\s*/g,
  'csl-json': /"(?:id|citation-key)"\s*:\s*"/g,
  'csl-yaml': /\b(?:id|citation-key)\s*:[ \t]*["']?/g,
  ris: /^ID {1,2}- ?/gm,
};

function crossReferences(text: string, oldKey: string, newKey: string): TextEdit[] {
  return [...namedKeys(text)]
    .filter(({ key }) => key === oldKey)
    .map(({ start, end }) => ({ start, end, text: newKey }));
}

/** Every key that some entry's field names, with its place. */
function* namedKeys(text: string): Generator<{ key: string; start: number; end: number }> {
  for (const match of text.matchAll(keyFields)) {
    const value = match[1] ?? match[2] ?? '';
    const valueStart = match.index + match[0].length - 1 - value.length;
    let at = 0;
    for (const part of value.split(',')) {
      const key = part.trim();
      const start = valueStart + at + (part.length - part.trimStart().length);
      if (key) yield { key, start, end: start + key.length };
      at += part.length + 1;
    }
  }
}
