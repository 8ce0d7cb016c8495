import type { BibliographyFormat, Problem } from '../library/source';
import { readBibtex } from './bibtex/readBibtex';
import { readCslJson } from './csl/readCslJson';
import { readCslYaml } from './csl/readCslYaml';
import { type DecodedText, decodeText } from './decodeText';
import type { FileToRead, FindAbbreviation, ParsedBibliography, ReadingSteps } from './parsedBibliography';
import { readRis } from './ris/readRis';
import type { WholeText } from './sourceText';

/** What is known beside a file's text: what it was before, and what other files abbreviate. */
export interface ReadingContext {
  readonly previous?: Partial<ParsedBibliography> | undefined;
  readonly abbreviation?: FindAbbreviation;
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
  const steps = readBibliographyInSteps(content, format, source, { previous });
  for (;;) {
    const step = steps.next();
    if (!step.done) continue;
    const { whole, ...bibliography } = step.value;
    return bibliography;
  }
}

/** As `readBibliography`, in steps of a few milliseconds, so that other things can be done between them. */
export function* readBibliographyInSteps(
  content: Uint8Array | string,
  format: BibliographyFormat,
  source: string,
  { previous, abbreviation }: ReadingContext = {},
): ReadingSteps<ParsedBibliography & { readonly whole: WholeText }> {
  const { whole, kept, encoding, guessed } =
    typeof content === 'string' ? ofString(content) : decodeText(content);
  const read = yield* readers[format]({
    text: whole.text,
    kept,
    source,
    previous: previous?.references ?? [],
    abbreviation,
  });
  const problems = guessed ? [guessedEncoding(encoding), ...read.problems] : read.problems;
  return { ...read, problems, text: kept, whole };
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
