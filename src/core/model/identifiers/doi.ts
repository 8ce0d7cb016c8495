import { decodeCharacterReferences, decodePercent } from './decodeAddress';
import type { Identifier } from './identifier';

/** A whole DOI (DOI Handbook, 2.2): `10.`, a registrant's number with possible subdivisions, a slash, anything printable. */
const wholeDoi = /^10\.\d{4,9}(?:\.\d{1,9}){0,4}\/[^\s\p{Cc}]{1,500}$/u;

/** Month and year, or a range of them, that looks like one: `10.2023/11`. */
const monthAndYear = /^10\.(?:19|20)\d\d\/(?:0?[1-9]|[12]\d|3[01])$/;

/** DataCite's DOIs of arXiv papers; the same work as the arXiv id. */
const arxivDoi = /^10\.48550\/arxiv\.(.+)$/;

/** Lower case as the DOI Handbook says: letters of ASCII only. */
function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, letters => letters.toLowerCase());
}

/**
 * The canonical form of what stands from `10.` on in a text: percent-encoding, character references and the escapes of TeX undone.
 * `undefined` when it is none.
 */
export function canonicalDoi(written: string): string | undefined {
  const plain = decodeCharacterReferences(written).replace(/\{?\\([_%&#~{}])\}?/g, '$1');
  const doi = lowerAscii(/%2f|%3[ace]|%28/i.test(plain) ? decodePercent(plain) : plain).replace(/\/+$/, '');
  return wholeDoi.test(doi) ? doi : undefined;
}

/** Whether a DOI without label can be taken for one, and not for a date. */
export function isUnmistakableDoi(doi: string): boolean {
  return !monthAndYear.test(doi);
}

/** The identifier that a canonical DOI is: of arXiv's own DOIs the arXiv id. */
export function doiIdentifier(doi: string, arxiv: (id: string) => Identifier | undefined): Identifier {
  const id = arxivDoi.exec(doi)?.[1];
  return (id && arxiv(id)) || { kind: 'doi', id: doi };
}
