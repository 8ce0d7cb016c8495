import type { CompletionPlace } from '../../citationLanguage';
import { keyPlaceInLatex } from '../citations/keyPlace';
import type { LatexDocument } from '../latexDocument';

/** The key being typed in the braces of a citation command, over several lines too. */
export function completionInLatex(
  document: LatexDocument,
  text: string,
  offset: number,
): CompletionPlace | undefined {
  const place = keyPlaceInLatex(document, text, offset);
  if (!place) return undefined;
  const { start, end, typed, part } = place;
  return { start, end, typed, keyEnd: '', groupEnd: part.list.closed ? '' : '}' };
}
