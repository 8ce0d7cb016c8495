import { smallWords } from './titleCase';

/**
 * The name of a journal as people cite it, from the catalogue of the National Library of Medicine, which adds parallel titles after ` : ` or
 * ` = ` and a place or year in brackets: `Phronesis (Barcelona, Spain)`.
 */
export function nlmJournal(title: string): string {
  const name = title
    .slice(0, 500)
    .split(/\s+[:=]\s+/)[0]!
    .replace(/\s*\([^()]*(?:,|\d)[^()]*\)$/, '')
    .replace(/\.$/, '');
  return inTitleCase(name);
}

/**
 * The name of a journal from the register of ISSNs, as OpenAlex hands it on: with the marks of words that are not sorted by
 * (`˜The œAstrophysical journal`), twice (`Physical review. D/Physical review. D.`), most words small.
 */
export function issnJournal(title: string): string {
  const [first, ...others] = title
    .replace(/[\u0088\u0089\u0098\u009c]/g, '')
    .replace(/˜(\p{L}+['’]?\s?)œ/gu, '$1')
    .split('/');
  const name = others.length === 1 && sameLetters(first!, others[0]!) ? first! : [first, ...others].join('/');
  return inTitleCase(name.trim().replace(/\.(?=\s\p{Lu}$)|\.$/u, ''));
}

function sameLetters(one: string, other: string): boolean {
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return letters(one) === letters(other);
}

/** Small words of languages that write names of journals as other text. */
const foreign =
  /(?:^|\s)(?:de|la|le|les|des|du|et|der|die|das|und|für|zur|i|och|og|voor|het|van|e|y|del|della|di|do|da|dos)(?=\s)/i;

/** The catalogues write all words small but the first and proper names; journals themselves do not: `Clinical Infectious Diseases`. */
function inTitleCase(name: string): string {
  if (foreign.test(name)) return name;
  return name.replace(/(?<=\s)\p{Ll}[\p{Ll}-]+/gu, word =>
    smallWords.test(word) ? word : word[0]!.toUpperCase() + word.slice(1),
  );
}
