import { labelCharacters, referenceEnd } from '../label';
import { readTypst } from '../readTypst';
import { closingInTypst } from '../typstBrackets';

/** Where a key is being typed, or could be: behind `@`, or as the argument of `cite` that has no name. */
export interface TypstKeyPlace {
  /** The key alone: empty where nothing is typed yet. */
  readonly start: number;
  readonly end: number;
  /** With the marks that make it a key: `@key`, `<key>`, `label("key")`. */
  readonly outer: { readonly start: number; readonly end: number };
  /** It is an argument of `cite`, whose parenthesis closes or does not. */
  readonly call?: { readonly isClosed: boolean };
}

/** A DOI is no label, and stands behind `@` until the paper is looked up. */
const typedDoi = String.raw`10\.\d{4,9}/[^\s<>"\[\]]*`;
const reference = new RegExp(`(?<![\\p{L}\\p{N}\\\\])@(${typedDoi}|${labelCharacters}*)$`, 'u');
/** Arguments with names, before the key. */
const named = String.raw`(?:[\p{XIDS}_][\p{XIDC}\-]*\s*:\s*(?:"[^"\n]*"|\[[^\[\]]*\]|[^\s,()"\[\]]+)\s*,\s*)*`;
const argument = new RegExp(
  `(?<![\\p{XIDC}\\-])cite\\(\\s*${named}((?:<${labelCharacters}*|label\\(\\s*(?:"[^"\\n]*)?)?)$`,
  'u',
);
/** A key that is not complete yet, with what closes it already. */
const written = new RegExp(`<${labelCharacters}*>?|label\\(\\s*(?:"[^"\\n)]*"?)?[ \\t]*\\)?|`, 'uy');
/** No longer key, and no longer beginning of a call, is looked back for. */
const maxLength = 300;
/** Put where the key is typed, to see whether the document cites there. */
const probe = 'probe';

export function keyPlaceInTypst(text: string, offset: number): TypstKeyPlace | undefined {
  const before = text.slice(Math.max(0, offset - maxLength), offset);
  const bare = reference.exec(before);
  const place = bare ? behindAt(text, offset, bare[1]!.length) : inCall(text, offset, before);
  if (!place) return undefined;
  const { outer, call } = place;
  const probed = call ? `<${probe}>${call.isClosed ? '' : ')'}` : `@${probe}`;
  const { citations } = readTypst(text.slice(0, outer.start) + probed + text.slice(outer.end));
  return citations.some(({ keys }) => keys.some(key => key.start === outer.start + 1)) ? place : undefined;
}

function behindAt(text: string, offset: number, typed: number): TypstKeyPlace {
  const start = offset - typed;
  const end = Math.max(offset, referenceEnd(text, start));
  return { start, end, outer: { start: start - 1, end } };
}

function inCall(text: string, offset: number, before: string): TypstKeyPlace | undefined {
  const match = argument.exec(before);
  if (!match) return undefined;
  const start = offset - match[1]!.length;
  written.lastIndex = start;
  const whole = written.exec(text)![0];
  const end = Math.max(offset, start + whole.length);
  const lead = /^(?:<|label\(\s*"?)?/.exec(whole)![0].length;
  const key = whole.slice(lead).replace(/(?:>|"?[ \t]*\)|")$/, '');
  const open = text.lastIndexOf('(', start - 1);
  return {
    start: start + lead,
    end: Math.max(offset, start + lead + key.length),
    outer: { start, end },
    call: { isClosed: closes(`${text.slice(open, start)}${text.slice(end, end + 2000)}`) },
  };
}

/** Whether the parenthesis a text begins with closes in its paragraph. */
function closes(text: string): boolean {
  const paragraph = /^(?:(?!\n[ \t]*\r?\n)[\s\S])*/.exec(text)![0];
  return closingInTypst(paragraph, 0) !== undefined;
}
