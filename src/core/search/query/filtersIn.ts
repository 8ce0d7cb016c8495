import { stopWords } from '../text/stopWords';
import { isFilterName } from './filterNames';
import type { QueryPart } from './queryParts';

/** More words than this beside quotations and filters are a sentence. */
const maxSingleWords = 5;
/** Quotations among more words than this are those of a text, and so are those among words like “call it”. */
const maxBesideQuotation = 3;

const bracketOrQuotation = /^[([{«„‘]|[)\]}»’]$/;
const endOfClause = /\p{L}{2}[,;.!?…]$|[:—–]$|^[—–]/u;

/**
 * Which parts of a query are filters. `author:smith`, `"exact words"` and `-word` filter among a few single words. In a sentence, which
 * has many words or a sentence's punctuation, quotations, dashes and colons are its own; only a `name:value` in front of it or behind it
 * was written as a filter.
 */
export function filtersIn(query: string, parts: readonly QueryPart[]): (part: QueryPart) => boolean {
  const isNamed = (part: QueryPart) => hasFilterName(part) && (part.value !== '' || part === parts.at(-1));
  const plain = parts.filter(part => !isNamed(part) && !isQuotation(query, part) && !part.isExcluded);
  const words = wordCount(plain);
  const isPunctuated =
    plain.some(({ value, isQuoted, start, end }) => {
      const written = query.slice(start, end);
      return !isQuoted && value.length > 1 && (bracketOrQuotation.test(written) || endOfClause.test(written));
    }) || parts.some(part => part.isQuoted && !isNamed(part) && /[^\s]/.test(query[part.end] ?? ' '));
  const quotationsFilter =
    !isPunctuated &&
    words <= maxBesideQuotation &&
    !plain.some(({ value }) => stopWords.has(value.toLowerCase()));
  // Quotations that do not filter are of the text, and so are their words.
  const quoted = quotationsFilter ? [] : parts.filter(part => !isNamed(part) && isQuotation(query, part));
  const isSentence = isPunctuated || words + wordCount(quoted) > maxSingleWords;
  const first = plain[0]?.start ?? query.length;
  const last = plain.at(-1)?.start ?? -1;
  return part => {
    if (isNamed(part)) return !isSentence || (part.value !== '' && (part.start < first || part.start > last));
    if (part.isExcluded) return !isSentence && /^\p{L}/u.test(part.value);
    return quotationsFilter && isQuotation(query, part);
  };
}

function wordCount(parts: readonly QueryPart[]): number {
  return parts.reduce((sum, { value }) => sum + value.split(/\s+/).length, 0);
}

function hasFilterName({ name }: QueryPart): boolean {
  return name !== undefined && isFilterName(name.toLowerCase());
}

/** Until it is closed, a quotation mark says nothing. */
function isQuotation(query: string, { isQuoted, valueStart, end }: QueryPart): boolean {
  return isQuoted && end > valueStart && /["\u201c\u201d]/.test(query[end - 1]!);
}
