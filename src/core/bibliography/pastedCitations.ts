import type { BibliographyFormatId } from '../model/source';
import { detectFormat } from './detectFormat';
import { isMedline } from './medline/medlineRecords';
import { readMedline } from './medline/readMedline';
import { readBibliography } from './readBibliography';

/** References that come as text: what “Cite” buttons and downloads give. */
export interface PastedCitations {
  /** A bibliography of this format, whatever the text was. */
  readonly text: string;
  readonly format: BibliographyFormatId;
  readonly count: number;
}

/** More than a few is a bibliography, to be opened as one and not to be cited. */
const maxCount = 50;
const maxLength = 300_000;

/** How the formats begin that a text may be in; prose begins like none of them. */
const beginning =
  /^\s*(?:%[^\n]*\n\s*)*@[A-Za-z]+\s*[{(]\s*[^\s,{}"@]+\s*,|^\s*TY {1,2}- |^\s*PMID- ?\d|^\s*\{\s*"|^\s*\[\s*\{\s*"|^\s*(?:---[ \t]*\n)?(?:[^\s:#[{@][^\n:]*:[ \t]*\n[ \t]+[\w-]+:|references:[ \t]*\n|- id: )/;

/** The references that a pasted or dropped text is, in BibTeX, RIS, PubMed's `.nbib`, CSL JSON or YAML, or Hayagriva; `undefined` for any other text. */
export function pastedCitations(text: string): PastedCitations | undefined {
  if (text.length > maxLength || !beginning.test(text)) return undefined;
  const found = asBibliography(text.trim());
  if (!found) return undefined;
  const { references } = readBibliography(found.text, found.format, 'pasted');
  return references.length > 0 && references.length <= maxCount
    ? { ...found, count: references.length }
    : undefined;
}

function asBibliography(text: string): Omit<PastedCitations, 'count'> | undefined {
  if (isMedline(text)) return { text: JSON.stringify(readMedline(text)), format: 'csl-json' };
  // One item alone is a list of one.
  if (text.startsWith('{')) return isItem(text) ? { text: `[${text}]`, format: 'csl-json' } : undefined;
  const format = detectFormat('', text);
  // Any YAML may look like Typst's, but for what works have.
  const isOther = format === 'hayagriva' && !/^[ \t]+title:/m.test(text);
  return format && !isOther ? { text, format } : undefined;
}

function isItem(json: string): boolean {
  try {
    const item: unknown = JSON.parse(json);
    return typeof item === 'object' && item !== null && 'type' in item && ('title' in item || 'DOI' in item);
  } catch {
    return false;
  }
}
