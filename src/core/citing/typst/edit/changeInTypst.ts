import type { TextEdit } from '../../../model/textEdit';
import type { Citation, DocumentCitations, Form } from '../../citation';
import { isLabel, isReference } from '../label';
import { writeCitation } from './writeCitation';

/** A citation has one key here, so it goes as a whole, with the blank that set it off. */
export function removeKeyInTypst(text: string, { start, end }: Citation): TextEdit[] {
  const isSetOff =
    /[ \t~]/.test(text[start - 1] ?? '') && /^(?:[\s.,;:!?)]|$)/.test(text.slice(end, end + 1));
  return [{ start: isSetOff ? start - 1 : start, end, text: '' }];
}

/** `@key[p. 3]` ⇄ `#cite(<key>, supplement: [p. 3], form: "prose")`. */
export function convertInTypst({ keys, start, end }: Citation, form: Form): TextEdit[] {
  const [cited] = keys;
  if (!cited || cited.form === form) return [];
  return [{ start, end, text: writeCitation(cited, form) }];
}

/** Gives the citation a supplement, or another one. */
export function locateInTypst({ keys, start, end }: Citation, locator: string): TextEdit[] {
  const [cited] = keys;
  if (!cited) return [];
  return [{ start, end, text: writeCitation({ ...cited, locator }, cited.form) }];
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
    const isBare = text[cited.start - 1] === '@';
    if (isBare ? isReference(to) : isLabel(to)) return [{ start: cited.start, end: cited.end, text: to }];
    return [{ start, end, text: writeCitation({ ...cited, key: to }, cited.form) }];
  });
}
