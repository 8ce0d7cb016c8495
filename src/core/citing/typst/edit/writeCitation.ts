import type { CitedItem, Form } from '../../citation';
import { isLabel, isReference } from '../label';

/** What `cite` calls the forms. */
export const nameOfForm: Readonly<Record<Form, string | undefined>> = {
  normal: undefined,
  inText: 'prose',
  suppressAuthor: 'year',
};

/** What a bare `@key` would take as more of itself: letters, `:x`, or a supplement. */
const continuesReference = /^(?:[\p{XIDC}-]|[.:]+[\p{XIDC}_-]|\[)/u;
/** What would be a part of a call before it; a semicolon would be swallowed. */
const continuesCall = /^(?:[([;]|\.[\p{XIDS}_])/u;

/** `@key[p. 3]`, or a call of `cite` where that cannot say it, the text going on with `behind`. */
export function writeCitation({ key, prefix, locator }: CitedItem, form: Form, behind = ''): string {
  const lead = prefix ? `${prefix} ` : '';
  const name = nameOfForm[form];
  const isBare = !name && isReference(key);
  if (isBare && locator && !behind.startsWith('[')) return `${lead}@${key}[${locator}]`;
  if (isBare && !locator && !continuesReference.test(behind)) return `${lead}@${key}`;
  const parts = [writeLabel(key), name && `form: "${name}"`, locator && `supplement: [${locator}]`];
  return `${lead}#cite(${parts.filter(Boolean).join(', ')})${continuesCall.test(behind) ? ';' : ''}`;
}

/** As an argument of `cite`. */
export function writeLabel(key: string): string {
  return isLabel(key) ? `<${key}>` : `label("${key.replace(/["\\]/g, '\\$&')}")`;
}
