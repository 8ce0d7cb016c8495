import type { KeyTemplate } from '../citation';

/** What is to be written so that a template makes a key of it; `undefined` where it cannot make that key. */
export function withoutTemplate(key: string, template: KeyTemplate | undefined): string | undefined {
  if (!template) return key;
  const { before, after } = template;
  const isMade = key.length > before.length + after.length && key.startsWith(before) && key.endsWith(after);
  return isMade ? key.slice(before.length, key.length - after.length) : undefined;
}

/** A parameter of a definition with what stands around it: `book:#1`. */
export function parameterIn(
  key: string,
): { readonly number: number; readonly template: KeyTemplate } | undefined {
  const match = /^([^#]*)#(\d)([^#]*)$/.exec(key);
  return match ? { number: Number(match[2]), template: { before: match[1]!, after: match[3]! } } : undefined;
}
