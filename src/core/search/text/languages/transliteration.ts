import { tableOf } from '../../../util/tableOf';

const cyrillic: Readonly<Record<string, string>> = tableOf(
  Object.fromEntries(
    (
      'а:a б:b в:v г:g ґ:g д:d е:e є:ye ё:e ж:zh з:z и:i і:i ї:i ј:j к:k л:l љ:lj м:m н:n њ:nj о:o п:p р:r с:s т:t ћ:ch у:u ф:f х:kh ц:ts ч:ch ' +
      'џ:dzh ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya ђ:dj'
    )
      .split(' ')
      .map(pair => pair.split(':') as [string, string]),
  ),
);

const hasCyrillic = /[\u0400-\u04ff]/;

/** Whether a word is written in Cyrillic letters. */
export function isCyrillic(word: string): boolean {
  return hasCyrillic.test(word);
}

/** What any two ways of writing a word in Cyrillic and in Latin letters differ in, and how each is written here. */
const differences: readonly (readonly [RegExp, string])[] = [
  [/shch|schtsch|stsch|szcz|chtch/g, 's'],
  [/tsch|tch/g, 'c'],
  [/zh|dsch/g, 'z'],
  [/kh/g, 'h'],
  [/sch|sh|sz/g, 's'],
  [/tz|ts/g, 'c'],
  [/cz/g, 'c'],
  [/ph/g, 'f'],
  [/w/g, 'v'],
  [/ou/g, 'u'],
  [/ks|x/g, 'ks'],
  [/[iyj]+/g, ''],
  [/(.)\1+/g, '$1'],
];

/** `ch` is ч in English and х in German, Polish and Czech. */
const readingsOfCh = ['c', 'h'] as const;
const shortestSkeleton = 3;

/**
 * What all spellings of a word in Cyrillic and Latin letters have in common: Достоевский, Dostoevsky, Dostoyevskij and Dostojewski have
 * `dostoevsk`. One or two skeletons; none for words that are too short to tell.
 */
export function skeletons(word: string): readonly string[] {
  const latin = hasCyrillic.test(word) ? [...word].map(letter => cyrillic[letter] ?? letter).join('') : word;
  if (!/^[a-z]+$/.test(latin)) return [];
  const of = (ch: string) => {
    let rest = latin;
    for (const [pattern, instead] of differences.slice(0, 2)) rest = rest.replace(pattern, instead);
    rest = rest.replace(/(?<!s)ch/g, ch);
    for (const [pattern, instead] of differences.slice(2)) rest = rest.replace(pattern, instead);
    return rest;
  };
  const found = hasCyrillic.test(word) || !latin.includes('ch') ? [of('c')] : readingsOfCh.map(of);
  return [...new Set(found)].filter(skeleton => skeleton.length >= shortestSkeleton);
}
