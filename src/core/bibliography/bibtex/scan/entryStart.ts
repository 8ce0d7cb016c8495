/** Types that BibTeX, BibLaTeX and common styles know: `@` before one of them begins an entry wherever it stands. */
const knownTypes = new Set(
  (
    'article artwork audio bibnote book bookinbook booklet collection comment commentary conference customa customb customc ' +
    'customd custome customf data dataset electronic image inbook incollection inproceedings inreference jurisdiction ' +
    'legal legislation letter manual mastersthesis misc movie music mvbook mvcollection mvproceedings mvreference online ' +
    'patent performance periodical phdthesis preamble proceedings reference report review set software standard string ' +
    'suppbook suppcollection suppperiodical techreport thesis unpublished video webpage www xdata'
  ).split(' '),
);

const typeAndDelimiter = /@\s{0,20}([A-Za-z][\w+.:-]{0,60})\s{0,60}([{(])/y;

/** What begins at an `@`. */
export interface EntryStart {
  readonly type: string;
  readonly delimiter: '{' | '(';
  /** Where what is inside the delimiters begins. */
  readonly inside: number;
}

/** The entry (or `@string`, `@comment`, `@preamble`) that begins at this `@`; `undefined` for an e-mail address and other strays. */
export function entryStartAt(text: string, at: number): EntryStart | undefined {
  const next = text.charCodeAt(at + 1);
  if (!isLetter(next) && !isBlank(next)) return undefined;
  typeAndDelimiter.lastIndex = at;
  const match = typeAndDelimiter.exec(text);
  if (!match) return undefined;
  const type = match[1]!.toLowerCase();
  const delimiter = match[2] as '{' | '(';
  if (!knownTypes.has(type) && !isFirstOnLine(text, at)) {
    if (delimiter === '(' || /[\p{L}\p{N}.]/u.test(text[at - 1] ?? '')) return undefined;
  }
  return { type, delimiter, inside: at + match[0].length };
}

const plainEntry = /@[A-Za-z][\w+.:-]{0,60}\s{0,60}[{(]\s{0,60}[^\s,={}"#%()][^,={}"\n\r]{0,300},/y;
const plainString = /@string\s{0,60}[{(]\s{0,60}[\w+.:-]{1,60}\s{0,60}=|@comment\s{0,60}\{/iy;

/** Whether this `@` so clearly begins an entry (`@book{key,` first on its line) that a value going on over it must lack its end. */
export function isPlausibleEntry(text: string, at: number): boolean {
  return isFirstOnLine(text, at) && isWholeEntry(text, at);
}

/** Whether type, brace, key and comma stand here, or the beginning of a `@string`. */
export function isWholeEntry(text: string, at: number): boolean {
  plainEntry.lastIndex = plainString.lastIndex = at;
  return plainEntry.test(text) || plainString.test(text);
}

/** Whether nothing but blanks stands before this place on its line. */
export function isFirstOnLine(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (text.charCodeAt(before) === 32 || text.charCodeAt(before) === 9)) before--;
  return (
    before < 0 ||
    text.charCodeAt(before) === 10 ||
    text.charCodeAt(before) === 13 ||
    text.charCodeAt(before) === 0xfeff
  );
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
