import type { TextEdit } from '../../../model/textEdit';
import { newlineOf } from '../../../util/lines/newline';
import { readTypst } from '../readTypst';
import { closingInTypst } from '../typstBrackets';

/** A call, not a rule (`set bibliography`, `show bibliography`) nor a definition. */
const call = /(?<![\p{XIDC}.-])(?<!\b(?:set|show|let)[ \t]+)bibliography\(/gu;

/**
 * Adds to the document's `bibliography(…)`, wherever in it that is, or puts one at its end. `undefined` where its files are told by code,
 * which cannot be added to.
 */
export function declareInTypst(text: string, path: string): readonly TextEdit[] | undefined {
  const quoted = JSON.stringify(path);
  const { bibliographies, namedBibliographies } = readTypst(text);
  const last = bibliographies.at(-1);
  if (last) return [addBehind(text, last.start - 1, last.end + 1, quoted)];
  const code = withoutComments(text);
  const found = [...code.matchAll(call)].at(-1);
  if (!found) {
    // A template lists the file that it is given; a second list would be an error.
    if (namedBibliographies.length) return undefined;
    const newline = newlineOf(text);
    const gap = text === '' ? '' : text.endsWith('\n') ? newline : newline + newline;
    return [{ start: text.length, end: text.length, text: `${gap}#bibliography(${quoted})${newline}` }];
  }
  const open = found.index + found[0].length;
  const close = closingInTypst(text, open - 1) ?? text.length;
  const inside = code.slice(open, close);
  const list = /^\s*\(\s*\)/.exec(inside)?.[0];
  if (list !== undefined) {
    const at = open + list.length - 1;
    return [{ start: at, end: at, text: `${quoted},` }];
  }
  const hasNamedOnly = /^\s*[\w-]+\s*:/.test(inside) && !/,\s*["(\p{XIDS}.][^:]*$/u.test(inside);
  const isEmpty = inside.trim() === '' || hasNamedOnly;
  const rest = inside.trim() === '' ? '' : ', ';
  return isEmpty ? [{ start: open, end: open, text: quoted + rest }] : undefined;
}

/** One more file behind the last, in its list; one alone becomes a list. */
function addBehind(text: string, start: number, end: number, quoted: string): TextEdit {
  let open = start - 1;
  for (let depth = 0; open >= 0; open--) {
    if (text[open] === ')') depth++;
    else if (text[open] === '(' && depth-- === 0) break;
  }
  const isAlone = /(?<![\p{XIDC}-])bibliography\s*$/u.test(text.slice(Math.max(0, open - 40), open));
  return isAlone
    ? { start, end, text: `(${text.slice(start, end)}, ${quoted})` }
    : { start: end, end, text: `, ${quoted}` };
}

/** With what is commented out, raw or a text blanked out; offsets stay. */
function withoutComments(text: string): string {
  return text.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|`+[^`]*`+/g, found => ' '.repeat(found.length));
}
