import type { CitedItem, Form } from '../../citation';
import { writeKey } from '../inline/citationKey';
import { writeNote } from './writeNote';

/** As a part of a group, `see @key, p. 3`. */
export function writePart({ key, prefix, locator }: CitedItem, form: Form = 'normal'): string {
  const mark = form === 'suppressAuthor' ? '-' : '';
  return `${prefix ? `${writeNote(prefix)} ` : ''}${mark}${writeKey(key)}${locator ? `, ${writeNote(locator)}` : ''}`;
}

/** Parts of a group, without its brackets. */
export function writeParts(items: readonly CitedItem[], form: Form = 'normal'): string {
  return items.map(item => writePart(item, form)).join('; ');
}

/** A citation as it stands in running text. */
export function writeCitation(items: readonly CitedItem[], form: Form): string {
  return form === 'inText' ? items.map(writeInText).join(', ') : `[${writeParts(items, form)}]`;
}

function writeInText({ key, prefix, locator }: CitedItem): string {
  return `${prefix ? `${writeNote(prefix)} ` : ''}${writeKey(key)}${locator ? ` [${writeNote(locator)}]` : ''}`;
}
