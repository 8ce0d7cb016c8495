import type { ProblemCode } from '../../../model/source';
import { say } from '../../../util/say';

/** What is told, and the kind of problem that it is. */
export interface Told {
  readonly code: ProblemCode;
  readonly message: string;
}

/** What is told of a broken entry: what is wrong, how it was read all the same, what to do. */
export const told = {
  noKey: () => ({
    code: 'no-key',
    message: say(
      'This entry has no citation key, so nothing can cite it. Write a key before the first comma.',
    ),
  }),
  keyWithBlank: (key: string) => ({
    code: 'key-with-blank',
    message: say('The key “{0}” contains a blank, which cannot be cited. Remove the blank.', key),
  }),
  keyWithSign: (key: string, sign: string) => ({
    code: 'key-with-sign',
    message: say(
      'The key “{0}” contains “{1}”, which BibTeX alone reads. Write the key without it.',
      key,
      sign,
    ),
  }),
  missingKeyComma: (key: string) => ({
    code: 'missing-comma',
    message: say('Missing comma after the key “{0}”; read as if it were there. Add the comma.', key),
  }),
  missingComma: (field: string) => ({
    code: 'missing-comma',
    message: say('Missing comma after the field “{0}”; read as if it were there. Add the comma.', field),
  }),
  missingEquals: (field: string) => ({
    code: 'missing-equals',
    message: say('Missing “=” after the field “{0}”; read as if it were there. Add it.', field),
  }),
  noValue: (field: string) => ({
    code: 'no-value',
    message: say('The field “{0}” has no value.', field),
  }),
  bareWords: (field: string) => ({
    code: 'unquoted-value',
    message: say(
      'The value of “{0}” stands in neither braces nor quotation marks; read to the end of its line. Put it in braces.',
      field,
    ),
  }),
  openBrace: (field: string) => ({
    code: 'unclosed-value',
    message: say(
      'The value of “{0}” has no closing brace; read as ended before the next field. Add the brace.',
      field,
    ),
  }),
  openQuote: (field: string) => ({
    code: 'unclosed-value',
    message: say(
      'The value of “{0}” has no closing quotation mark; read as ended before the next field. Add the mark.',
      field,
    ),
  }),
  quotesInQuotes: (field: string) => ({
    code: 'quotes-in-quotes',
    message: say(
      'The value of “{0}” has quotation marks inside quotation marks; read up to the last one. Put the value in braces.',
      field,
    ),
  }),
  stray: (text: string, entry: string) => ({
    code: 'stray-text',
    message: say(
      '“{0}” in entry “{1}” belongs to no field; it was left out. A comma, brace or “=” may be missing before it.',
      text,
      entry,
    ),
  }),
  braceTooMany: () => ({
    code: 'brace-too-many',
    message: say('A closing brace too many: fields go on after it. Read as if it were not there. Remove it.'),
  }),
  headless: () => ({
    code: 'fields-without-entry',
    message: say(
      'The fields from here on belong to no entry and were left out. The line that begins their entry, like “@article{key,”, is missing.',
    ),
  }),
  wrongClosing: (sign: string, delimiter: string, isEnd: boolean) => ({
    code: 'wrong-closing',
    message: isEnd
      ? say('“{0}” does not close an entry that was opened by “{1}”; read as its end.', sign, delimiter)
      : say('“{0}” does not close an entry that was opened by “{1}”; left out.', sign, delimiter),
  }),
  openEntry: (entry: string, atEnd: boolean) => ({
    code: 'unclosed-entry',
    message: atEnd
      ? say(
          '{0} has no closing brace: the file ends inside it. It was read as ended there. Add the brace.',
          entry,
        )
      : say(
          '{0} has no closing brace: the next entry begins inside it. It was read as ended there. Add the brace.',
          entry,
        ),
  }),
  openAside: (type: string) => ({
    code: 'unclosed-comment',
    message: say('“@{0}” has no closing brace; read as ended before the next entry. Add the brace.', type),
  }),
  emptyString: () => ({
    code: 'empty-string',
    message: say('This “@string” defines nothing; it was left out. Write it as “@string{name = "text"}”.'),
  }),
  openString: (name: string) => ({
    code: 'unclosed-string',
    message: say(
      'The “@string” for “{0}” has no closing brace; read as if it were there. Add the brace.',
      name,
    ),
  }),
  notAnEntry: (text: string) => ({
    code: 'stray-text',
    message: say(
      '“{0}” begins no entry, as its type or key cannot be made out; it was left out. Write it as “@article{key,”.',
      text,
    ),
  }),
} as const satisfies Readonly<Record<string, (...names: never[]) => Told>>;
