import type { TextEdit } from '../../../model/textEdit';
import type { Citation, CitedKey, DocumentCitations, Form } from '../../citation';
import { fitsBare, writeKey } from '../inline/citationKey';
import { metadataBlocks } from '../metadata/metadataBlocks';
import { isSingleQuoted } from '../metadata/metadataTexts';
import { type GroupLayout, type GroupPart, groupLayout } from './groupParts';
import { writeNote } from './writeNote';
import { writeYaml } from './writeYaml';

/** Takes a key out with all that is its own; the last one takes the citation with it. */
export function removeKeyInMarkdown(text: string, citation: Citation, key: CitedKey): TextEdit[] {
  const layout = groupLayout(text, citation);
  if (!layout || citation.keys.length === 1) return [removal(text, citation)];
  const index = partOf(layout, key);
  if (index === undefined) {
    // The key before the bracket, with its locator: what is left is a group like any other.
    const first = layout.parts[partOf(layout, citation.keys[1]!)!]!;
    return [edit(citation.start, first.start, '[')];
  }
  const part = layout.parts[index]!;
  const before = layout.parts[index - 1];
  const next = layout.parts[index + 1];
  if (before) return [edit(before.end, part.end)];
  if (next) return [edit(part.start, next.start)];
  // `@a [@b]` without b.
  return [edit(citation.keys[0]!.end + closingBrace(text, citation.keys[0]!), layout.close + 1)];
}

/** Puts the parts of a group in a new order; the white space between them stays. */
export function reorderInMarkdown(text: string, citation: Citation, order: readonly string[]): TextEdit[] {
  const layout = groupLayout(text, citation);
  if (layout?.open !== citation.start) return [];
  const left = citation.keys.map((cited, index) => ({ cited, part: layout.parts[index]! }));
  return layout.parts.flatMap((part, index) => {
    const found = left.findIndex(({ cited }) => cited.key === order[index]);
    if (found < 0) return [];
    const [other] = left.splice(found, 1);
    const { start, end } = other!.part;
    return start === part.start ? [] : [edit(part.start, part.end, text.slice(start, end))];
  });
}

/** `[see @a, p. 3; @b]` ⇄ `see @a [p. 3; @b]`, `[-@a; -@b]`. */
export function convertInMarkdown(text: string, citation: Citation, form: Form): TextEdit[] {
  const [first] = citation.keys;
  if (!first || first.form === form) return [];
  const layout = groupLayout(text, citation);
  if (first.form === 'inText') return bracketed(text, citation, layout, form);
  if (!layout) return [];
  if (form === 'inText') return unbracketed(text, citation, layout);
  return citation.keys.flatMap(key => {
    const mark = markOf(text, key);
    const suppressed = text[mark - 1] === '-';
    if (suppressed === (form === 'suppressAuthor')) return [];
    return [suppressed ? edit(mark - 1, mark) : edit(mark, mark, '-')];
  });
}

/** Gives a key a locator, or another one. */
export function locateInMarkdown(
  text: string,
  citation: Citation,
  key: CitedKey,
  written: string,
): TextEdit[] {
  const locator = writeNote(written);
  const layout = groupLayout(text, citation);
  const keyEnd = key.end + closingBrace(text, key);
  const index = layout && partOf(layout, key);
  if (layout && index !== undefined)
    return [locatorEdit(text, keyEnd, layout.parts[index]!.end, key, locator, ', ')];
  if (!layout) return [edit(keyEnd, keyEnd, ` [${locator}]`)];
  const own = layout.parts[0]!;
  if (citation.keys.some(other => other !== key && isIn(own, other)))
    return [edit(own.start, own.start, `${locator}; `)];
  return [locatorEdit(text, own.start, own.end, key, locator, '')];
}

/** Every citation of a key, and its definition in the metadata, gets another key, in braces where it needs them. */
export function renameInMarkdown(
  text: string,
  reading: DocumentCitations,
  from: string,
  to: string,
): TextEdit[] {
  const cited = reading.citations
    .flatMap(({ keys }) => keys)
    .filter(({ key, crossReference }) => key === from && !crossReference)
    .map(key => {
      const inBraces = text[key.start - 1] === '{';
      const written = inBraces || fitsBare(to) ? to : `{${to}}`;
      const isQuoted = to.includes("'") && isInSingleQuotes(text, key.start);
      return edit(key.start, key.end, isQuoted ? writeYaml(written, "'") : written);
    });
  const defined = reading.definedKeys
    .filter(({ key }) => key === from)
    .map(({ start, end }) => edit(start, end, writeYaml(to, /["']/.exec(text[start - 1] ?? '')?.[0])));
  return [...cited, ...defined];
}

/** Whether a place is in a single-quoted text of the metadata. */
function isInSingleQuotes(text: string, offset: number): boolean {
  const block = metadataBlocks(text).find(({ start, end }) => start <= offset && offset < end);
  return block !== undefined && isSingleQuoted(text, block, offset);
}

/** A key in the text and its bracket become one group. */
function bracketed(
  text: string,
  citation: Citation,
  layout: GroupLayout | undefined,
  form: Form,
): TextEdit[] {
  const [first] = citation.keys;
  const keyEnd = first!.end + closingBrace(text, first!);
  const mark = form === 'suppressAuthor' ? '[-' : '[';
  const opening = edit(citation.start, citation.start, mark);
  if (!layout) return [opening, edit(keyEnd, keyEnd, ']')];
  const own = layout.parts[0]!;
  const separator = citation.keys.slice(1).some(key => isIn(own, key)) ? '; ' : ', ';
  return [opening, edit(keyEnd, own.start, own.start === own.end ? '' : separator)];
}

/** The first key of a group steps out of it, its prefix in front. */
function unbracketed(text: string, citation: Citation, layout: GroupLayout): TextEdit[] {
  const [first] = citation.keys;
  const [own, ...others] = layout.parts;
  const prefix = text.slice(own!.start, markOf(text, first!)).replace(/-$/, '');
  const keyEnd = first!.end + closingBrace(text, first!);
  const suffix = text.slice(keyEnd, own!.end).replace(/^\s*,?\s*/, '');
  const rest = others.map(part => text.slice(part.start, part.end));
  const inBracket = [suffix, ...rest].filter(Boolean).join('; ');
  const written = `${prefix}${writeKey(first!.key)}${inBracket && ` [${inBracket}]`}`;
  return [edit(layout.open, layout.close + 1, written)];
}

/** Replaces the locator in what follows a key, or puts one in front of it. */
function locatorEdit(
  text: string,
  start: number,
  end: number,
  { locator: old }: CitedKey,
  locator: string,
  lead: string,
): TextEdit {
  const at = old ? text.slice(start, end).indexOf(old) : -1;
  if (old && at >= 0) return edit(start + at, start + at + old.length, locator);
  const follows = text.slice(start, end);
  return edit(start, start, lead + locator + (follows && !lead ? ', ' : ''));
}

function partOf({ parts }: GroupLayout, key: CitedKey): number | undefined {
  const index = parts.findIndex(part => isIn(part, key));
  return index < 0 ? undefined : index;
}

function isIn({ start, end }: GroupPart, key: CitedKey): boolean {
  return start <= key.start && key.end <= end;
}

/** Of the `@`. */
function markOf(text: string, { start }: CitedKey): number {
  return text[start - 1] === '{' ? start - 2 : start - 1;
}

function closingBrace(text: string, { start }: CitedKey): 0 | 1 {
  return text[start - 1] === '{' ? 1 : 0;
}

function edit(start: number, end: number, text = ''): TextEdit {
  return { start, end, text };
}

/** A citation goes with the blank that set it off from the word before. */
function removal(text: string, { start, end }: Citation): TextEdit {
  const isSetOff = /[ \t]/.test(text[start - 1] ?? '') && /^(?:[\s.,;:!?)]|$)/.test(text.slice(end, end + 1));
  return edit(isSetOff ? start - 1 : start, end);
}
