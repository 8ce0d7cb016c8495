import type { DocumentCitations } from './citation';
import { completionInLatex } from './latex/edit/completionInLatex';
import type { LatexDocument } from './latex/latexDocument';
import { completionInMarkdown } from './markdown/edit/completionInMarkdown';
import { completionInTypst } from './typst/completionInTypst';

/** Where a citation key is being typed. */
export interface CompletionPlace {
  /** What an accepted key replaces: what stands in its place now, also behind the cursor. */
  readonly start: number;
  readonly end: number;
  /** What is typed before the cursor, to search with. */
  readonly typed: string;
  /** What the key itself still lacks behind it: the `}` of `@{`. Empty where all is there. */
  readonly keyEnd: string;
  /** What the group around it lacks, behind which one goes on: `]`, `}`. */
  readonly groupEnd: string;
}

/** The key being typed at `offset`; `undefined` where the document cites nothing, whatever stands there: code, math, addresses, … */
export function completionAt(
  text: string,
  offset: number,
  reading: DocumentCitations,
): CompletionPlace | undefined {
  switch (reading.language) {
    case 'markdown':
      return completionInMarkdown(text, offset, reading);
    case 'latex':
      return completionInLatex(reading as LatexDocument, text, offset);
    case 'typst':
      return completionInTypst(text, offset);
  }
}
