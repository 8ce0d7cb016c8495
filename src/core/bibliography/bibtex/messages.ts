/** What is said of a broken entry: what is wrong, how it was read all the same, what to do. */
const texts = {
  noKey: 'This entry has no citation key, so nothing can cite it. Write a key before the first comma.',
  keyWithBlank: (key: string) =>
    `The key “${key}” contains a blank, which cannot be cited. Remove the blank.`,
  missingKeyComma: (key: string) =>
    `Missing comma after the key “${key}”; read as if it were there. Add the comma.`,
  missingComma: (field: string) =>
    `Missing comma after the field “${field}”; read as if it were there. Add the comma.`,
  missingEquals: (field: string) =>
    `Missing “=” after the field “${field}”; read as if it were there. Add it.`,
  noValue: (field: string) => `The field “${field}” has no value.`,
  bareWords: (field: string) =>
    `The value of “${field}” stands in neither braces nor quotation marks; read to the end of its line. Put it in braces.`,
  openBrace: (field: string) =>
    `The value of “${field}” has no closing brace; read as ended before the next field. Add the brace.`,
  openQuote: (field: string) =>
    `The value of “${field}” has no closing quotation mark; read as ended before the next field. Add the mark.`,
  quotesInQuotes: (field: string) =>
    `The value of “${field}” has quotation marks inside quotation marks; read up to the last one. Put the value in braces.`,
  stray: (text: string, entry: string) =>
    `“${text}” in entry “${entry}” belongs to no field; it was left out. A comma, brace or “=” may be missing before it.`,
  braceTooMany: 'A closing brace too many: fields go on after it. Read as if it were not there. Remove it.',
  headless:
    'The fields from here on belong to no entry and were left out. The line that begins their entry, like “@article{key,”, is missing.',
  wrongClosing: (sign: string, delimiter: string, isEnd: boolean) =>
    `“${sign}” does not close an entry that was opened by “${delimiter}”; ${isEnd ? 'read as its end' : 'left out'}.`,
  openEntry: (entry: string, atEnd: boolean) =>
    `${entry} has no closing brace: ${atEnd ? 'the file ends' : 'the next entry begins'} inside it. It was read as ended there. Add the brace.`,
  openAside: (type: string) =>
    `“@${type}” has no closing brace; read as ended before the next entry. Add the brace.`,
  emptyString: 'This “@string” defines nothing; it was left out. Write it as “@string{name = "text"}”.',
  openString: (name: string) =>
    `The “@string” for “${name}” has no closing brace; read as if it were there. Add the brace.`,
} as const;

/** A problem's kind and what is said of it. */
export interface Told {
  readonly code: string;
  readonly message: string;
}

/** Each kind of problem with its code: `missingComma` is `missing-comma`. */
export const told: { readonly [Kind in keyof typeof texts]: Telling<(typeof texts)[Kind]> } =
  Object.fromEntries(
    Object.entries(texts).map(([kind, text]) => {
      const code = kind.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
      return [
        kind,
        typeof text === 'string'
          ? { code, message: text }
          : (...args: never[]) => ({ code, message: (text as (...args: never[]) => string)(...args) }),
      ];
    }),
  ) as never;

type Telling<Text> = Text extends (...args: infer Args) => string ? (...args: Args) => Told : Told;
