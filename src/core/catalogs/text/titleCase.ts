import { withProperNames } from './properNames';

/** At least three words and hardly a small letter: a title in capitals, and no acronym. */
export function isShouted(title: string): boolean {
  const words = title.split(/\s+/).filter(word => /\p{L}{2}/u.test(word));
  const capitals = title.match(/\p{Lu}/gu)?.length ?? 0;
  const small = title.match(/\p{Ll}/gu)?.length ?? 0;
  return words.length >= 3 && capitals >= 10 && small * 20 < capitals;
}

/** Abbreviations that titles have most, among those that could be read as words. */
const abbreviations = new Set(
  (
    'AAAI ACM AI AIDS AIP ADHD API ASEAN BMI CAD CEO COPD COVID DNA ECG EEG EU FDA EURASIP GIS GPU HIV ICU IEEE IEICE IFAC IOP IOT IQ ISPRS IUCN LED MEMS MRI NASA NATO NGO OECD OLED PISA ' +
    'PLOS RNA SARS SAR SEM SIAM SPIE SQL TEM UAV UK UN UNESCO UNICEF US USA UV WHO'
  ).split(' '),
);

/** Words with digits and abbreviations keep their capitals (`COVID-19`, `DNA`, `PCR`), as do Roman numerals; each sentence begins with one. */
export function sentenceCase(title: string): string {
  const words = title
    .split(/(<[^<>]*>|\s+)/)
    .map(word => (/\d|^</.test(word) ? word : smallBut(word)))
    .join('');
  return capitalised(withProperNames(words)).replace(
    /((?<!\b\p{L})[:.?!]\s+)(\p{Ll})/gu,
    (_, end: string, letter: string) => end + letter.toUpperCase(),
  );
}

/** As titles of journals and books are written: `Journal of the Royal Society`. */
export function titleCase(title: string): string {
  return capitalised(
    title
      .split(/(\s+)/)
      .map(word => {
        const small = smallBut(word);
        return smallWords.test(small) ? small : small.replace(/\p{Ll}/u, letter => letter.toUpperCase());
      })
      .join(''),
  );
}

/** Words that titles write small: articles, conjunctions and prepositions of the languages of journals. */
export const smallWords =
  /^(?:an?|and|as|at|by|for|from|in|of|on|or|the|to|with|de|la|le|les|des|du|et|der|die|das|und|für|zur|i|och|og|voor|van|e|y|del|della|di|do|da|dos|en)$/;

function smallBut(word: string): string {
  const letters = word.replace(/[^\p{L}]/gu, '');
  if (abbreviations.has(letters) || /^[IVX]+$/.test(letters) || /^\p{Lu}\.$/u.test(word)) return word;
  return /^[B-DF-HJ-NP-TV-XZ]{2,5}$/.test(letters) && !/^(?:MR|DR|MRS|ST|VS)$/.test(letters)
    ? word
    : word.toLowerCase();
}

/** A title that begins small although it has no capital: `p-adic`, `α-helix` and what is a sign stay. */
export function capitalised(title: string): string {
  return title.replace(
    /^((?:<[^<>]*>|[^\p{L}\p{N}<])*)(\p{Ll})(?=\p{Ll}|['’]|\s\p{L}|-\p{Ll})/u,
    (whole, before: string, letter: string) =>
      /\p{Script=Greek}/u.test(letter) && !/^\p{Script=Greek}{2}/u.test(title.slice(before.length))
        ? whole
        : before + letter.toUpperCase(),
  );
}
