import type { ProblemCode } from '../../../model/source';

/** What is told, and the kind of problem that it is. */
export interface Told {
  readonly code: ProblemCode;
  readonly message: string;
}

/** What is told of a broken entry: what is wrong, how it was read all the same, what to do. */
export const told = {
  noKey: {
    code: 'no-key',
    message: 'This entry has no citation key, so nothing can cite it. Write a key before the first comma.',
  },
  keyWithBlank: (key: string) => ({
    code: 'key-with-blank',
    message: `The key “${key}” contains a blank, which cannot be cited. Remove the blank.`,
  }),
  missingKeyComma: (key: string) => ({
    code: 'missing-comma',
    message: `Missing comma after the key “${key}”; read as if it were there. Add the comma.`,
  }),
  missingComma: (field: string) => ({
    code: 'missing-comma',
    message: `Missing comma after the field “${field}”; read as if it were there. Add the comma.`,
  }),
  missingEquals: (field: string) => ({
    code: 'missing-equals',
    message: `Missing “=” after the field “${field}”; read as if it were there. Add it.`,
  }),
  noValue: (field: string) => ({
    code: 'no-value',
    message: `The field “${field}” has no value.`,
  }),
  bareWords: (field: string) => ({
    code: 'unquoted-value',
    message: `The value of “${field}” stands in neither braces nor quotation marks; read to the end of its line. Put it in braces.`,
  }),
  openBrace: (field: string) => ({
    code: 'unclosed-value',
    message: `The value of “${field}” has no closing brace; read as ended before the next field. Add the brace.`,
  }),
  openQuote: (field: string) => ({
    code: 'unclosed-value',
    message: `The value of “${field}” has no closing quotation mark; read as ended before the next field. Add the mark.`,
  }),
  quotesInQuotes: (field: string) => ({
    code: 'quotes-in-quotes',
    message: `The value of “${field}” has quotation marks inside quotation marks; read up to the last one. Put the value in braces.`,
  }),
  stray: (text: string, entry: string) => ({
    code: 'stray-text',
    message: `“${text}” in entry “${entry}” belongs to no field; it was left out. A comma, brace or “=” may be missing before it.`,
  }),
  braceTooMany: {
    code: 'brace-too-many',
    message: 'A closing brace too many: fields go on after it. Read as if it were not there. Remove it.',
  },
  headless: {
    code: 'fields-without-entry',
    message:
      'The fields from here on belong to no entry and were left out. The line that begins their entry, like “@article{key,”, is missing.',
  },
  wrongClosing: (sign: string, delimiter: string, isEnd: boolean) => ({
    code: 'wrong-closing',
    message: `“${sign}” does not close an entry that was opened by “${delimiter}”; ${isEnd ? 'read as its end' : 'left out'}.`,
  }),
  openEntry: (entry: string, atEnd: boolean) => ({
    code: 'unclosed-entry',
    message: `${entry} has no closing brace: ${atEnd ? 'the file ends' : 'the next entry begins'} inside it. It was read as ended there. Add the brace.`,
  }),
  openAside: (type: string) => ({
    code: 'unclosed-comment',
    message: `“@${type}” has no closing brace; read as ended before the next entry. Add the brace.`,
  }),
  emptyString: {
    code: 'empty-string',
    message: 'This “@string” defines nothing; it was left out. Write it as “@string{name = "text"}”.',
  },
  openString: (name: string) => ({
    code: 'unclosed-string',
    message: `The “@string” for “${name}” has no closing brace; read as if it were there. Add the brace.`,
  }),
  notAnEntry: (text: string) => ({
    code: 'stray-text',
    message: `“${text}” begins no entry, as its type or key cannot be made out; it was left out. Write it as “@article{key,”.`,
  }),
} as const satisfies Readonly<Record<string, Told | ((...names: never[]) => Told)>>;
