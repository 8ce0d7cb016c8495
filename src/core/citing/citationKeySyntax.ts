import { say } from '../util/say';
import type { Language } from './citation';
import { citationLanguage, citationLanguages } from './citationLanguages';

/** BibTeX and YAML read no key of more than about a thousand. */
const maxKey = 500;

/**
 * Why a key cannot be given to a reference, as the end of a sentence for the writer; `undefined` when it can. Without a language it must be
 * fit for bibliographies and for every language that may cite it.
 */
export function invalidKeyReason(key: string, language?: Language): string | undefined {
  if (key === '') return say('it is empty.');
  if (key.length > maxKey) return say('it is longer than {0} characters.', maxKey);
  if (/\s/.test(key)) return say('it contains white space.');
  if (/\p{Cc}|\p{Cf}/u.test(key)) return say('it contains an invisible character.');
  if (key === '*') return say('“*” means every reference of the bibliography.');
  // LaTeX first: it minds what BibTeX minds, which keys of every bibliography have to.
  const languages = language ? [citationLanguage(language)] : [...citationLanguages].sort(latexFirst);
  for (const one of languages) {
    const reason = one.invalidKeyReason(key);
    if (reason) return reason;
  }
  return undefined;
}

function latexFirst(a: { readonly id: Language }, b: { readonly id: Language }): number {
  return Number(b.id === 'latex') - Number(a.id === 'latex');
}
