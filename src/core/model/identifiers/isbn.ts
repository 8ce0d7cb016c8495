import type { Identifier } from './identifier';

/** The ISBN that ten or thirteen characters are, hyphens and blanks between them left out; `undefined` when the check digit is wrong. */
export function isbnIdentifier(text: string): Identifier | undefined {
  const digits = text.replace(/[\s\-‐‑‒–]/g, '').toUpperCase();
  if (/^(?:978\d{10}|979[1-9]\d{9})$/.test(digits))
    return checkDigit13(digits) === digits[12] ? { kind: 'isbn', id: digits } : undefined;
  // Ones and noughts alone have the right check digit, too.
  if (/^(\d)\1{8}/.test(digits)) return undefined;
  if (!/^\d{9}[\dX]$/.test(digits) || checkDigit10(digits) !== digits[9]) return undefined;
  const body = `978${digits.slice(0, 9)}`;
  return { kind: 'isbn', id: body + checkDigit13(body) };
}

/** The ISBN of ten characters that the same book has; those that begin with 979 have none. */
export function isbn10(isbn13: string): string | undefined {
  if (!isbn13.startsWith('978')) return undefined;
  const body = isbn13.slice(3, 12);
  return body + checkDigit10(body);
}

/**
 * Whether digits without label are grouped as an ISBN is (ISO 2108): four parts, of which the last is the check digit alone, behind
 * `978` or `979` in thirteen; or thirteen in one or two parts. Telephone numbers and dates are not.
 */
export function isGroupedAsIsbn(text: string): boolean {
  const parts = text.split(/[\s\-‐‑‒–]/);
  const prefixed = /^97[89]$/.test(parts[0]!);
  const body = prefixed ? parts.slice(1) : parts;
  if (body.length === 1) return prefixed || text.length === 13;
  return body.length === 4 && body[3]!.length === 1;
}

/** ISO 2108: weights 1 and 3 in turn, modulo 10. */
function checkDigit13(digits: string): string {
  let sum = 0;
  for (let i = 0; i < 12; i++) sum += Number(digits[i]) * (i % 2 ? 3 : 1);
  return String((10 - (sum % 10)) % 10);
}

/** Weights 10 down to 2, modulo 11, with X for ten. */
function checkDigit10(digits: string): string {
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(digits[i]) * (10 - i);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}
