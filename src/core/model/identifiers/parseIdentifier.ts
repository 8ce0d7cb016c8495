import { arxivIdentifier } from './arxiv';
import { findIdentifiers } from './findIdentifiers';
import { type Identifier, withoutPlace } from './identifier';
import { isbnIdentifier } from './isbn';

/** What people and programs put around the whole: quotation marks, brackets, `\cite`'s braces. */
const wrappers: readonly (readonly [open: string, close: string])[] = [
  ['<', '>'],
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['`', '`'],
];

/** The stamp on the first page: `arXiv:2306.00629v2 [cs.CL] 5 Jun 2023`. */
const stampDate = /(\[[a-z-]+(?:\.[a-z-]{2,11})?\])\s+\d{1,2}\s+[A-Z][a-z]{2,8}\s+\d{4}$/i;

/**
 * The identifier that the WHOLE text is, however it is spelled; `undefined` when it holds anything else. A bare number is none,
 * but for ISBNs whose check digit is right and arXiv ids.
 */
export function parseIdentifier(text: string): Identifier | undefined {
  if (text.length > 2000) return undefined;
  const whole = unwrapped(text).replace(stampDate, '$1');
  const bare = arxivIdentifier(whole) ?? (/^\d{9}[\dXx]$/.test(whole) ? isbnIdentifier(whole) : undefined);
  if (bare) return bare;
  const [found, ...more] = findIdentifiers(whole);
  if (!found || more.length || found.start > 0 || !/^[.,;:!?\s/]*$/.test(whole.slice(found.end)))
    return undefined;
  return withoutPlace(found);
}

/** Whether the whole text is an identifier. */
export function isIdentifier(text: string): boolean {
  return parseIdentifier(text) !== undefined;
}

function unwrapped(text: string): string {
  let inner = text
    .replace(/[\u200b\ufeff\u00ad]/g, '')
    .trim()
    .replace(/[.,;]+$/, '');
  for (const [open, close] of wrappers)
    if (inner.startsWith(open) && inner.endsWith(close) && inner.length > 2)
      inner = inner.slice(1, -1).trim();
  return inner;
}
