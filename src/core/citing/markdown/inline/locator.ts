/** Terms that introduce a locator, as citeproc knows them in English, with their abbreviations and plurals. */
const terms =
  'book|bk|bks|chapter|chap|chaps|ch|column|col|cols|figure|fig|figs|folio|fol|fols|line|l|ll|note|n|nn|number|no|nos|opus|op|opp|page|p|pp|paragraph|para|paras|part|pt|pts|section|sec|secs|sub verbo|s\\.v|verse|v|vv|volume|vol|vols|books|chapters|columns|figures|lines|notes|numbers|pages|paragraphs|parts|sections|verses|volumes';
const digits = '[0-9]+[a-zA-Z]?|[ivxlcdm]+(?![a-z])|[IVXLCDM]+(?![a-zA-Z])';
const numbers = `(?:${digits})(?:\\s*[-–—:.,&/]+\\s*(?:${digits}))*`;
const locatorText = new RegExp(
  `^\\s*,?\\s*(?:\\{([^{}]*)\\}|((?:(?:${terms})\\.?\\s*|§{1,2}\\s*|¶{1,2}\\s*)(?:${numbers})|[0-9]+[a-zA-Z]?(?:\\s*[-–—:.,&/]+\\s*[0-9]+[a-zA-Z]?)*))`,
  'i',
);

/** What follows a key, as locator and the rest: `, pp. 3-5 and elsewhere` → `pp. 3-5`, `and elsewhere`. */
export function splitSuffix(text: string): { locator?: string; suffix?: string } {
  if (!text) return {};
  // A locator is short; what follows may be long.
  const match = locatorText.exec(text.slice(0, 200));
  const locator = (match?.[1] ?? match?.[2])?.trim();
  const suffix = (match ? text.slice(match[0].length) : text).replace(/^\s*,/, '').trim();
  return { ...(locator && { locator }), ...(suffix && { suffix }) };
}

/** What CSL calls the things that locators count, by the beginning of their terms. */
const labels: readonly (readonly [RegExp, string])[] = [
  [/^(?:book|bks?)/, 'book'],
  [/^ch/, 'chapter'],
  [/^col/, 'column'],
  [/^fig/, 'figure'],
  [/^fol/, 'folio'],
  [/^(?:line|ll?\b)/, 'line'],
  [/^(?:note|nn?\b)/, 'note'],
  [/^(?:number|nos?\b)/, 'issue'],
  [/^op/, 'opus'],
  [/^(?:page|pp?\b)/, 'page'],
  [/^(?:para|¶)/, 'paragraph'],
  [/^(?:part|pts?\b)/, 'part'],
  [/^(?:sec|§)/, 'section'],
  [/^s/, 'sub-verbo'],
  [/^v(?:ol)/, 'volume'],
  [/^v/, 'verse'],
];
const termBefore = new RegExp(`^((?:${terms})\\b\\.?|§{1,2}|¶{1,2})\\s*(?=\\S)`, 'i');

/** A locator as CSL takes it: `pp. 3-5` → `3-5` of label `page`, which one without a term has too. */
export function labelledLocator(written: string): { readonly label: string; readonly locator: string } {
  const term = termBefore.exec(written)?.[1];
  const label = term && labels.find(([pattern]) => pattern.test(term.toLowerCase()))?.[1];
  return label
    ? { label, locator: written.slice(term.length).trim() }
    : { label: 'page', locator: written.trim() };
}
