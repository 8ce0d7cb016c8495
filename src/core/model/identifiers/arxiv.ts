import type { Identifier } from './identifier';

/** The archives of the identifiers up to March 2007 (arxiv.org/help/arxiv_identifier and its list of archives). */
const archives =
  'acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|funct-an|gr-qc|' +
  'hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int|supr-con';

/** An identifier without label, as a regular expression's source: old `hep-th/9901001`, new `2306.00629`, both perhaps with a version. */
export const arxivIdSource = `(?:(?:${archives})(?:\\.[a-z-]{2,11})?/\\d{7}|\\d{4}\\.\\d{4,5})(?:v[1-9]\\d{0,2})?`;

const oldId = new RegExp(`^(${archives})(?:\\.[a-z-]{2,11})?/(\\d\\d)(\\d\\d)(\\d{3})(?:v(\\d+))?$`, 'i');
const newId = /^(\d\d)(\d\d)\.(\d{4,5})(?:v(\d+))?$/i;

/**
 * The identifier that a whole text without label is. Old ones run from July 1991 to March 2007; new ones from April 2007 on with
 * four digits behind the point, with five since January 2015.
 */
export function arxivIdentifier(text: string): Identifier | undefined {
  const old = oldId.exec(text);
  if (old) {
    const [, archive, year, month, number, version] = old;
    if (!isMonth(month!) || !(Number(year! + month!) >= 9107 || Number(year! + month!) <= 703))
      return undefined;
    return identifier(`${archive!.toLowerCase()}/${year}${month}${number}`, version);
  }
  const current = newId.exec(text);
  if (!current) return undefined;
  const [, year, month, number, version] = current;
  const yearAndMonth = Number(year! + month!);
  if (!isMonth(month!) || yearAndMonth < 704 || number!.length !== (yearAndMonth < 1501 ? 4 : 5))
    return undefined;
  if (/^0+$/.test(number!)) return undefined;
  return identifier(`${year}${month}.${number}`, version);
}

function isMonth(digits: string): boolean {
  return Number(digits) >= 1 && Number(digits) <= 12;
}

function identifier(id: string, version: string | undefined): Identifier {
  return version ? { kind: 'arxiv', id, version: Number(version) } : { kind: 'arxiv', id };
}
