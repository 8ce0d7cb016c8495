import type { TextRange } from '../../model/textRange';
import type { Language } from '../citation';
import type { ReadingOptions } from '../citationLanguage';
import { citationLanguage } from '../citationLanguages';
import { placeholderPatterns } from './placeholderPatterns';

/** No more are looked for in a document: nobody works off more. */
const maxPlaceholders = 1000;
/** Stands for a placeholder where it is seen whether one can cite there; no bibliography has such keys. */
const probe = 'placeholder-probe';

/**
 * The places of a document, in order, where a citation is still missing: `[@?]`, `\cite{}`, `[citation needed]`, and what `more` names as it
 * is written. Only where a citation would be one: in comments, code, maths and metadata a placeholder is what it says.
 */
export function findPlaceholders(
  text: string,
  language: Language,
  options: ReadingOptions = {},
  more: readonly string[] = [],
): TextRange[] {
  const patterns = [...placeholderPatterns[language], ...more.filter(one => one.trim()).map(escapePattern)];
  const found: TextRange[] = [];
  for (const match of text.matchAll(new RegExp(patterns.join('|'), 'giu'))) {
    found.push([match.index, match.index + match[0].length]);
    if (found.length === maxPlaceholders) break;
  }
  return found.length ? citable(text, found, language, options) : [];
}

/** Those of the ranges at which the language would read a citation. */
function citable(
  text: string,
  ranges: readonly TextRange[],
  language: Language,
  options: ReadingOptions,
): TextRange[] {
  const { sample, read } = citationLanguage(language);
  let probed = '';
  let at = 0;
  for (const [index, [start, end]] of ranges.entries()) {
    probed += text.slice(at, start) + sample(`${probe}${index}`);
    at = end;
  }
  const { citations } = read(probed + text.slice(at), options);
  const cited = new Set(citations.flatMap(({ keys }) => keys.map(({ key }) => key)));
  return ranges.filter((_, index) => cited.has(`${probe}${index}`));
}

function escapePattern(written: string): string {
  return written.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
