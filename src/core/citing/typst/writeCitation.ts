import type { CitedItem, Form } from '../citation';
import { isLabel, isReference } from './label';

const nameOfForm: Readonly<Record<Form, string | undefined>> = {
  normal: undefined,
  inText: 'prose',
  suppressAuthor: 'year',
};

/** `@key[p. 3]`, or a call of `cite` where that cannot say it. */
export function writeCitation({ key, prefix, locator }: CitedItem, form: Form): string {
  const lead = prefix ? `${prefix} ` : '';
  const name = nameOfForm[form];
  if (!name && isReference(key)) return `${lead}@${key}${locator ? `[${locator}]` : ''}`;
  const parts = [writeLabel(key), name && `form: "${name}"`, locator && `supplement: [${locator}]`];
  return `${lead}#cite(${parts.filter(Boolean).join(', ')})`;
}

/** As an argument of `cite`. */
export function writeLabel(key: string): string {
  return isLabel(key) ? `<${key}>` : `label("${key.replace(/["\\]/g, '\\$&')}")`;
}
