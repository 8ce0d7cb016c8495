import type { BibliographyFormatId, Problem } from '../model/source';
import { runToEnd } from '../util/cooperative';
import { say } from '../util/say';
import { type DecodedText, decodeText } from './decodeText';
import { formatOfContent } from './detectFormat';
import { formatOf } from './formats';
import type { FindAbbreviation, ParsedBibliography, ReadingSteps } from './parsedBibliography';
import { Utf8Text, type WholeText } from './sourceText';

/** What is known beside a file's text. */
export interface ReadingContext {
  /** What the file was before. */
  readonly previous?: Partial<ParsedBibliography> | undefined;
  /** What other files abbreviate. */
  readonly abbreviation?: FindAbbreviation;
  /** What `remember` gave for the same content: entries are not looked for again. */
  readonly remembered?: Uint8Array | undefined;
}

/** A bibliography just read. `whole` is its text, where that had to be decoded. */
export interface FreshBibliography extends ParsedBibliography {
  readonly whole?: WholeText;
}

/**
 * Reads a bibliography of any format (of those that share a name's ending, the one that its text tells), whatever state it is in: what cannot be read costs the entry it stands in, and is told in
 * `problems`. Items are decoded when they are first asked for. With `previous`, entries that did not change keep what was decoded.
 */
export function readBibliography(
  content: Uint8Array | string,
  format: BibliographyFormatId,
  source: string,
  previous?: Partial<ParsedBibliography>,
): ParsedBibliography {
  const { whole, ...bibliography } = runToEnd(readBibliographyInSteps(content, format, source, { previous }));
  return bibliography;
}

/** As `readBibliography`, in steps of a few milliseconds, so that other things can be done between them. */
export function* readBibliographyInSteps(
  content: Uint8Array | string,
  format: BibliographyFormatId,
  source: string,
  { previous, abbreviation, remembered }: ReadingContext = {},
): ReadingSteps<FreshBibliography> {
  const { restore } = formatOf(format);
  if (remembered && restore) {
    const text = typeof content === 'string' ? content : Utf8Text.of(content);
    return { ...restore(remembered, { kept: text, source, abbreviation }), text, format };
  }
  const { whole, kept, encoding, guessed } =
    typeof content === 'string' ? ofString(content) : decodeText(content);
  const actual = formatOfContent(format, whole.text);
  const { remember, ...read } = yield* formatOf(actual).read({
    text: whole.text,
    kept,
    source,
    previous: previous?.references ?? [],
    abbreviation,
  });
  const problems = guessed ? [guessedEncoding(encoding), ...read.problems] : read.problems;
  const rest = { text: kept, whole, format: actual, ...(remember && encoding === 'utf-8' && { remember }) };
  return { ...read, problems, ...rest };
}

function ofString(text: string): DecodedText {
  return { whole: { text }, kept: text, encoding: 'utf-8', guessed: false };
}

function guessedEncoding(encoding: string): Problem {
  const message = say(
    'The file is not in UTF-8 and does not say what it is in; it was read as {0}. Save it as UTF-8.',
    encoding,
  );
  return { line: 0, start: 0, end: 0, severity: 'information', code: 'encoding-unknown', message };
}
