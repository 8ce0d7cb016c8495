import type { CustomFields } from '../../model/reference';

export const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number';
const isMapping = (value: unknown): value is object => typeof value === 'object' && value !== null;
const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

/** What each of our own fields must be to be taken. */
const isFit: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ['position', isNumber],
  ['line', isNumber],
  ['arxiv', isText],
  ['primaryClass', isText],
  ['authorsIncomplete', value => typeof value === 'boolean'],
  ['topics', areTexts],
  ['collections', areTexts],
  ['added', isText],
  ['venue', isText],
  ['file', isText],
  ['formatted', value => isMapping(value) && areTexts(Object.values(value))],
  ['attachments', value => Array.isArray(value) && value.every(isAttachment)],
  ['zotero', isMapping],
]);

/** The `custom` fields of an item as a file has them: anybody may write what they like there, so what has another shape than ours is left out. */
export function customFields(written: Readonly<Record<string, unknown>>): CustomFields {
  return Object.fromEntries(
    Object.entries(written).filter(([field, value]) => isFit.get(field)?.(value) ?? true),
  );
}

function isAttachment(value: unknown): boolean {
  if (!isMapping(value)) return false;
  const { path, title, type } = value as Readonly<Record<string, unknown>>;
  return isText(path) && [title, type].every(one => one === undefined || isText(one));
}
