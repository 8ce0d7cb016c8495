/** One piece of a query, between spaces outside quotes. */
export interface QueryPart {
  readonly start: number;
  readonly end: number;
  readonly isExcluded: boolean;
  /** `author` in `author:smith`; as typed. */
  readonly name?: string;
  readonly value: string;
  /** Where the value begins, after an opening quote. */
  readonly valueStart: number;
  readonly isQuoted: boolean;
}

/** Cuts a query into its parts; a quote that is never closed goes to the end. */
export function queryParts(query: string): QueryPart[] {
  const parts: QueryPart[] = [];
  let at = 0;
  while (at < query.length) {
    if (/\s/.test(query[at]!)) {
      at++;
      continue;
    }
    const start = at;
    const isExcluded = /[-\u2212]/.test(query[at]!) && at + 1 < query.length && !/[\s-]/.test(query[at + 1]!);
    if (isExcluded) at++;
    const name = filterNameAt(query, at);
    if (name !== undefined) at += name.length + 1;
    const isQuoted = /["\u201c\u201d]/.test(query[at] ?? '');
    if (isQuoted) at++;
    const valueStart = at;
    const isEnd = isQuoted ? /["\u201c\u201d]/ : /\s/;
    while (at < query.length && !isEnd.test(query[at]!)) at++;
    const value = query.slice(valueStart, at);
    if (isQuoted && at < query.length) at++;
    parts.push({
      start,
      end: at,
      isExcluded,
      ...(name === undefined ? {} : { name }),
      value,
      valueStart,
      isQuoted,
    });
  }
  return parts;
}

function filterNameAt(query: string, at: number): string | undefined {
  let end = at;
  while (end < query.length && end - at < 12 && /[a-z]/i.test(query[end]!)) end++;
  return end > at && query[end] === ':' ? query.slice(at, end) : undefined;
}
