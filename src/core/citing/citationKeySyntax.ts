import type { Language } from './citation';
import { fitsBare, fitsBraces } from './markdown/inline/citationKey';
import { isLabel } from './typst/label';

/** What BibTeX ends a key at, or cannot have in one; Biber minds the same. */
const breaksBibliography = /["#%'(),={}\\]/;

/**
 * Why a key cannot be given to a reference, as a sentence for the writer; `undefined` when it can. Without a language it must be fit
 * for bibliographies and for every language that may cite it.
 */
export function invalidKeyReason(key: string, language?: Language): string | undefined {
  if (key === '') return 'it is empty.';
  if (/\s/.test(key)) return 'it contains white space.';
  if (/\p{Cc}|\p{Cf}/u.test(key)) return 'it contains an invisible character.';
  const broken = breaksBibliography.exec(key)?.[0];
  if (broken && language !== 'markdown' && language !== 'typst')
    return `“${broken}” cannot be in a key of a bibliography.`;
  if (key === '*') return '“*” means every reference of the bibliography.';
  if (language !== 'markdown' && language !== 'typst' && /[~^$&]/.test(key))
    return `“${/[~^$&]/.exec(key)![0]}” has a meaning of its own in LaTeX.`;
  if (language === 'markdown' && !fitsBare(key) && !fitsBraces(key)) return 'its braces do not match.';
  if (language === 'typst' && !isLabel(key) && /["\\]/.test(key))
    return 'it contains a quote or a backslash.';
  return undefined;
}
