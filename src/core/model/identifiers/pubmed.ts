import type { Identifier } from './identifier';

/** The PMID of up to eight digits; there is none with a leading zero. */
export function pmidIdentifier(digits: string): Identifier | undefined {
  return /^[1-9]\d{0,7}$/.test(digits) ? { kind: 'pmid', id: digits } : undefined;
}

/** The PMCID, with or without its `PMC` and a version: `PMC1234567.1`. */
export function pmcidIdentifier(text: string): Identifier | undefined {
  const digits = /^(?:PMC)?([1-9]\d{0,8})(?:\.\d{1,2})?$/i.exec(text)?.[1];
  return digits ? { kind: 'pmcid', id: `PMC${digits}` } : undefined;
}
