/**
 * The page of a file that a locator means, from 1; `undefined` where it says none. Pages of a journal are counted from the first of the
 * article: `p. 345` of `340-360` is the sixth.
 *
 * @param range the pages that the work has where it appeared, as CSL writes them
 */
export function pageInFile(locator: string | undefined, range: unknown): number | undefined {
  const page = pageOf(locator ?? '');
  if (page === undefined) return undefined;
  const [, first, last] = /^\s*(\d+)(?:\s*[-–—]+\s*(\d+))?/.exec(String(range ?? '')) ?? [];
  const start = Number(first);
  if (!first || page < start) return page;
  return last === undefined || page <= fullEnd(first, last) ? page - start + 1 : page;
}

/** What a page is called before its number, in the languages of CSL's and Pandoc's locators; nothing for a bare number. */
const pageNames = /^(?:pp?|pages?|pgs?|s|seiten?|pág|pag)?\.?[\s~]*(\d+)\b/iu;

function pageOf(locator: string): number | undefined {
  const digits = pageNames.exec(locator.trim().replace(/^[[{(,]\s*/, ''))?.[1];
  return digits && digits.length < 6 ? Number(digits) : undefined;
}

/** `340-60` ends at 360. */
function fullEnd(first: string, last: string): number {
  return Number(last.length < first.length ? first.slice(0, first.length - last.length) + last : last);
}
