import type { Citation, CitedKey } from '../citing/citation';
import { wildcardKey } from '../citing/citedKeys';
import { labelledLocator } from '../citing/markdown/inline/locator';
import type { MarkdownDocument } from '../citing/markdown/readMarkdown';
import type { CitedWork } from '../display/citationStyle/citingDocument';
import { affixMarkup } from './affixMarkup';
import { type PreviewSettings, previewSettings } from './previewSettings';

/** A citation of a document as it is written, and what it cites. */
export interface WrittenCitation {
  /** See `asWritten`. */
  readonly written: string;
  readonly works: readonly CitedWork[];
}

/** What has to be formatted to show a document. */
export interface PreviewRequest {
  readonly citations: readonly WrittenCitation[];
  /** Of `nocite`; `*` for everything in the bibliographies. */
  readonly uncited: readonly string[];
  readonly settings: PreviewSettings;
}

/** The citations of a Markdown document, with what its metadata say about the list of references. */
export function previewRequest(text: string, reading: MarkdownDocument): PreviewRequest {
  const inMetadata = ({ start, end }: Citation) =>
    reading.metadata.some(block => block.start <= start && end <= block.end);
  const written = reading.citations.filter(citation => !inMetadata(citation));
  const uncited = reading.citations.filter(inMetadata).flatMap(({ keys }) => keys.map(({ key }) => key));
  return {
    citations: written.flatMap(citation => writtenCitation(text, citation)),
    uncited: [...new Set(uncited)],
    settings: previewSettings(reading.metadata.map(({ start, end }) => text.slice(start, end))),
  };
}

/** A citation with its line ends, and what quotations and lists put behind them, as single blanks: what is looked up while rendering. */
export function asWritten(citation: string): string {
  return citation.replace(/[ \t]*\r?\n[ \t>]*/g, ' ');
}

function writtenCitation(text: string, citation: Citation): WrittenCitation[] {
  const keys = citation.keys.filter(({ key, crossReference }) => !crossReference && key !== wildcardKey);
  if (!keys.length) return [];
  return [
    {
      written: asWritten(text.slice(citation.start, citation.end)),
      works: keys.map(key => citedWork(text, key, citation.end)),
    },
  ];
}

function citedWork(text: string, cited: CitedKey, end: number): CitedWork {
  const { key, form, prefix, locator } = cited;
  const suffix = cited.suffix && suffixWithComma(text.slice(cited.end, end), cited.suffix);
  return {
    key,
    form,
    ...(prefix && { prefix: affixMarkup(asWritten(prefix)) }),
    ...(locator && labelledLocator(asWritten(locator))),
    ...(suffix && { suffix: affixMarkup(asWritten(suffix)) }),
  };
}

/** The comma before a suffix is printed, and the reader leaves it out. */
function suffixWithComma(behind: string, suffix: string): string {
  const before = behind.slice(0, Math.max(0, behind.indexOf(suffix)));
  if (/,\s*$/.test(before)) return `, ${suffix}`;
  return /^[,.:;!?)]/.test(suffix) ? suffix : ` ${suffix}`;
}
