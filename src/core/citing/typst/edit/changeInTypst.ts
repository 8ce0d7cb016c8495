import type { TextEdit } from '../../../model/textEdit';
import type { Citation, CitedKey, DocumentCitations, Form } from '../../citation';
import { type Argument, argumentsOf } from '../callArguments';
import { isLabel, isReference } from '../label';
import { withoutComments } from '../withoutComments';
import { nameOfForm, writeCitation, writeLabel } from './writeCitation';

/** A citation has one key here, so it goes as a whole, with the blank that set it off. */
export function removeKeyInTypst(text: string, { start, end }: Citation): TextEdit[] {
  const isSetOff =
    /[ \t~]/.test(text[start - 1] ?? '') && /^(?:[\s.,;:!?)]|$)/.test(text.slice(end, end + 1));
  return [{ start: isSetOff ? start - 1 : start, end, text: '' }];
}

/** `@key[p. 3]` ⇄ `#cite(<key>, supplement: [p. 3], form: "prose")`. A call keeps what else it is given. */
export function convertInTypst(text: string, citation: Citation, form: Form): TextEdit[] {
  const { keys, start, end, command } = citation;
  const [cited] = keys;
  if (!cited || cited.form === form) return [];
  const name = nameOfForm[form];
  const more = command === 'cite' ? otherArguments(text, citation) : [];
  if (!more.length) return [{ start, end, text: writeCitation(cited, form) }];
  return [argumentEdit(text, citation, 'form', name && `"${name}"`)];
}

/** Gives the citation a supplement, or another one. */
export function locateInTypst(text: string, citation: Citation, locator: string): TextEdit[] {
  const { keys, start, end, command } = citation;
  const [cited] = keys;
  if (!cited) return [];
  const more = command === 'cite' ? otherArguments(text, citation) : [];
  if (!more.length) return [{ start, end, text: writeCitation({ ...cited, locator }, cited.form) }];
  return [argumentEdit(text, citation, 'supplement', `[${locator}]`)];
}

/** Every citation of a key gets another key; one that is no label is cited by a call. */
export function renameInTypst(
  text: string,
  { citations }: DocumentCitations,
  from: string,
  to: string,
): TextEdit[] {
  return citations.flatMap(({ keys, start, end }): TextEdit[] => {
    const [cited] = keys;
    if (cited?.key !== from || cited.crossReference) return [];
    if (text[cited.start - 1] !== '@') return [renameLabel(text, cited, to)];
    if (isReference(to)) return [{ start: cited.start, end: cited.end, text: to }];
    return [{ start, end, text: writeCitation({ ...cited, key: to }, cited.form) }];
  });
}

/** A key between its marks, `<key>` or `label("key")`, which another may not stand in. */
export function renameLabel(text: string, { start, end }: CitedKey, to: string): TextEdit {
  if (text[start - 1] !== '<') return { start, end, text: to.replace(/["\\]/g, '\\$&') };
  if (isLabel(to)) return { start, end, text: to };
  return { start: start - 1, end: text[end] === '>' ? end + 1 : end, text: writeLabel(to) };
}

/** What a call of `cite` is given besides what a citation says: `style: "apa"`. */
function otherArguments(text: string, citation: Citation): Argument[] {
  return callArguments(text, citation).filter(
    ({ name }) => name !== undefined && name !== 'form' && name !== 'supplement',
  );
}

function callArguments(text: string, citation: Citation): Argument[] {
  const open = text.indexOf('(', citation.start) + 1;
  const inside = withoutComments(text.slice(open, citation.end - (citation.unfinished ? 0 : 1)));
  return argumentsOf(inside).map(one => ({ ...one, start: open + one.start, end: open + one.end }));
}

/** Gives a call's argument a value, or takes it out. */
function argumentEdit(text: string, citation: Citation, name: string, value: string | undefined): TextEdit {
  const all = callArguments(text, citation);
  const index = all.findIndex(one => one.name === name);
  const own = all[index];
  if (!own) return { start: all[0]!.end, end: all[0]!.end, text: value ? `, ${name}: ${value}` : '' };
  if (value) return { start: own.start, end: own.end, text: ` ${value}` };
  const before = all[index - 1];
  return before
    ? { start: before.end, end: own.end, text: '' }
    : { start: own.start, end: own.end, text: ' none' };
}
