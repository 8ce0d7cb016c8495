import type { BibliographyFormat, Problem } from '../model/source';
import { runToEnd } from '../util/cooperative';
import { readBibtex, restoreBibtex } from './bibtex/readBibtex';
import { readCslJson } from './csl/readCslJson';
import { readCslYaml } from './csl/readCslYaml';
import { type DecodedText, decodeText } from './decodeText';
import type { FileToRead, FindAbbreviation, ParsedBibliography, ReadingSteps } from './parsedBibliography';
import { readRis } from './ris/readRis';
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
 * Reads a bibliography of any format, whatever state it is in: what cannot be read costs the entry it stands in, and is told in
 * `problems`. Items are decoded when they are first asked for. With `previous`, entries that did not change keep what was decoded.
 */
export function readBibliography(
  content: Uint8Array | string,
  format: BibliographyFormat,
  source: string,
  previous?: Partial<ParsedBibliography>,
): ParsedBibliography {
  const { whole, ...bibliography } = runToEnd(readBibliographyInSteps(content, format, source, { previous }));
  return bibliography;
}

/** As `readBibliography`, in steps of a few milliseconds, so that other things can be done between them. */
export function* readBibliographyInSteps(
  content: Uint8Array | string,
  format: BibliographyFormat,
  source: string,
  { previous, abbreviation, remembered }: ReadingContext = {},
): ReadingSteps<FreshBibliography> {
  if (remembered && format === 'bibtex') {
    const text = typeof content === 'string' ? content : Utf8Text.of(content);
    return { ...restoreBibtex(remembered, { kept: text, source, abbreviation }), text };
  }
  const { whole, kept, encoding, guessed } =
    typeof content === 'string' ? ofString(content) : decodeText(content);
  const { remember, ...read } = yield* readers[format]({
    text: whole.text,
    kept,
    source,
    previous: previous?.references ?? [],
    abbreviation,
  });
  const problems = guessed ? [guessedEncoding(encoding), ...read.problems] : read.problems;
  return { ...read, problems, text: kept, whole, ...(remember && encoding === 'utf-8' && { remember }) };
}

function ofString(text: string): DecodedText {
  return { whole: { text }, kept: text, encoding: 'utf-8', guessed: false };
}

function guessedEncoding(encoding: string): Problem {
  const message = `The file is not in UTF-8 and does not say what it is in; it was read as ${encoding}. Save it as UTF-8.`;
  return { line: 0, start: 0, end: 0, severity: 'information', message };
}

type Reader = (file: FileToRead) => ReadingSteps;

const readers: Readonly<Record<BibliographyFormat, Reader>> = {
  bibtex: readBibtex,
  'csl-json': readCslJson,
  'csl-yaml': readCslYaml,
  ris: readRis,
};
