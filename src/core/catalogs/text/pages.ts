/** Longer texts are no pages. */
const longest = 200;
/** What is written where there are no pages. */
const none = /^(?:n\/?a|no|null|none|undefined|-)(?:\s*-.*)?$/i;

/**
 * Pages as they are cited: `342-345` for `342-5`, one page for a range of it, nothing for `n/a-n/a`, `123-null` or what only repeats the
 * DOI; the article's number where there are none.
 */
export function pageRange(
  raw: string,
  { doi = '', number = '' }: { doi?: string; number?: string } = {},
): string {
  const page = raw
    .slice(0, longest)
    .replace(/\s*[-–—‐]+\s*/g, '-')
    .replace(/;\s*(?:discussion|quiz|author reply).*$/i, '')
    .replace(/-(?:n\/?a|null|undefined)?(?=$|,)/gi, '')
    .replace(/^pp?\.\s*/i, '')
    .replace(/^([^-]+)-\1$/, '$1')
    .replace(/^([A-Za-z]*)(\d+)-(\d+)(?=$|,)/, (whole, letters: string, from: string, to: string) => {
      const last = from.slice(0, Math.max(0, from.length - to.length)) + to;
      return last !== to && Number(last) > Number(from) ? `${letters}${from}-${letters}${last}` : whole;
    })
    .trim();
  return [page, number].find(text => text && !none.test(text) && !repeatsDoi(text, doi)) ?? '';
}

/** The pages of a first and a last. */
export function pagesFrom(first: string, last: string, doi = ''): string {
  return pageRange([...new Set([first, last])].filter(Boolean).join('-'), { doi });
}

function repeatsDoi(page: string, doi: string): boolean {
  return page.includes('.') && doi.toLowerCase().endsWith(`/${page.toLowerCase()}`);
}
