import { identifierOfAddress } from './address';
import { arxivIdentifier } from './arxiv';
import { findIdentifiers } from './findIdentifiers';
import { type Identifier, withoutPlace } from './identifier';
import { isbnIdentifier } from './isbn';

/** What people and programs put before the whole: quotation marks, brackets, `\cite`'s braces, Pandoc's `[@`. */
const openings = /^[<"'“‘„«([{`@\s]+/;
/** And behind it, with what ends a sentence. */
const closings = /[>"'”’“»)\]}`.,;:!?†‡§¶/\s]*$/;
/** A label before an address; and a field as files of references have it: `doi = {…},`, `"DOI": "…",`, `\doi{…}`, `DO  - …`. */
const labelled =
  /^(?:(?:doi|url|arxiv|pmid|pmcid|isbn)\s?[:：=]?\s*(?=https?:\/\/)|[\\"']?(doi|url|arxiv|eprint|pmid|pmcid|isbn)["']?\s*[:=]?\s*[{"']|(?:DO|UR|L[1-3])\s\s?-\s)/i;

/** `pubmed.ncbi.nlm.nih.gov/31452104`, as browsers show addresses. */
const withoutScheme = /^[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}\/\S+$/i;

/** The stamp on the first page: `arXiv:2306.00629v2 [cs.CL] 5 Jun 2023`. */
const stampDate = /(\[[a-z-]+(?:\.[a-z-]{2,11})?\])\s+\d{1,2}\s+[A-Z][a-z]{2,8}\s+\d{4}$/i;

/**
 * The identifier that the WHOLE text is, however it is spelled; `undefined` when it holds anything else. A bare number is none,
 * but for ISBNs whose check digit is right and arXiv ids.
 */
export function parseIdentifier(text: string): Identifier | undefined {
  if (text.length > 2000) return undefined;
  const whole = bare(text);
  const word = whole.replace(closings, '');
  const unlabelled = arxivIdentifier(word) ?? (/^\d{9}[\dXx]$/.test(word) ? isbnIdentifier(word) : undefined);
  if (unlabelled) return unlabelled;
  const address = withoutScheme.test(word) ? identifierOfAddress(`https://${word}`) : undefined;
  if (address) return address;
  const [found, ...more] = findIdentifiers(whole);
  if (!found || more.length || found.start > 0 || whole.slice(found.end).replace(closings, ''))
    return undefined;
  return withoutPlace(found);
}

/** Whether the whole text is an identifier. */
export function isIdentifier(text: string): boolean {
  return parseIdentifier(text) !== undefined;
}

/** The text without what stands around it, and without marks that nobody sees. */
function bare(text: string): string {
  const seen = text
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/g, '')
    .replace(/[！-～]+/g, wide => wide.normalize('NFKC'))
    .trim();
  const value = seen.replace(labelled, (_, name?: string) =>
    name && !/^url$/i.test(name) ? `${name}:` : '',
  );
  const whole = value.replace(openings, '').replace(/[.,;]+$/, '');
  return whole.replace(stampDate, '$1').replace(/^(https?:\/\/(?:dx\.)?doi\.org\/)\s+(?=10\.)/i, '$1');
}
