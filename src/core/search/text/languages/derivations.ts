import { bareStem, type Endings, endings, withoutEndings } from './inflections';
import { Language, type LanguageName, type Languages } from './languages';
import { softened, suffixes } from './suffixes';

interface Derivation {
  readonly suffixes: Endings;
  readonly softened: readonly (readonly [RegExp, string])[];
}

const derivations: ReadonlyMap<Languages, Derivation> = new Map(
  Object.entries(suffixes).map(([name, list]) => [
    Language[name as LanguageName],
    { suffixes: endings(list), softened: softened[name as LanguageName] ?? [] },
  ]),
);

/** Shorter roots are in words of any meaning. */
const shortestRoot = 3;

function isLongEnough({ length }: string): boolean {
  return length >= shortestRoot;
}

/** The roots that a folded word may have in a language: what it has in common with words that are derived from the same. */
export function rootsIn(language: Languages, word: string): readonly string[] {
  if (language === Language.semitic) return consonantRoots(word);
  const derivation = derivations.get(language);
  if (!derivation) return [];
  const starts = language === Language.indonesian ? withoutPrefixes(word) : [word.replace(/ь/g, '')];
  // What a suffix leaves is looked at, too, and may have another.
  const parts = new Set(starts.flatMap(start => withoutEndings(language, start)));
  for (const part of parts)
    for (const [suffix, instead] of derivation.suffixes.get(part.slice(-1)) ?? []) {
      const rest = part.endsWith(suffix) ? part.slice(0, part.length - suffix.length) + instead : '';
      if (isLongEnough(rest)) parts.add(rest);
    }
  const roots = [...parts].filter(isLongEnough).map(part => rootOf(language, part, derivation));
  return [...new Set(roots)];
}

function rootOf(language: Languages, part: string, { softened }: Derivation): string {
  return softened.reduce(
    (rest, [pattern, instead]) => rest.replace(pattern, instead),
    bareStem(language, part),
  );
}

/** What Indonesian puts before a root, and the sounds that it takes the place of: me-nulis, tulis. */
const prefixes: readonly (readonly [RegExp, string])[] = [
  [/^(?:di|ke|se|ter|ber|per|memper|pember|be|pe|me)(?=.{3})/, ''],
  [/^(?:mem|pem)(?=[bfpv].{2})/, ''],
  [/^(?:mem|pem)(?=[aeiou].{2})/, 'p'],
  [/^(?:men|pen)(?=[cdjtsz].{2})/, ''],
  [/^(?:men|pen)(?=[aeiou].{2})/, 't'],
  [/^(?:meny|peny)(?=[aeiou].{2})/, 's'],
  [/^(?:meng|peng)(?=.{3})/, ''],
  [/^(?:meng|peng)(?=[aeiou].{2})/, 'k'],
  [/^pel(?=ajar)/, ''],
];

function withoutPrefixes(word: string): readonly string[] {
  const found = prefixes
    .filter(([prefix]) => prefix.test(word))
    .map(([prefix, instead]) => word.replace(prefix, instead));
  return [word, ...found];
}

const semiticPrefixes = /^(?:است|ان|م|ت|מת|הת|מ|ת|ה|נ|ל)(?=.{3})/;
/** Letters that are signs of vowels, always or often. */
const vowelLetters = [/[اء]/g, /[اءويוי]/g];

/**
 * The consonants of a word in Arabic or Hebrew, with and without those that are only signs of vowels, prefixes or endings: شاعر and أشعار
 * are both شعر.
 */
function consonantRoots(word: string): readonly string[] {
  const whole = withoutEndings(Language.semitic, word).map(part => bareStem(Language.semitic, part));
  const parts = whole.flatMap(part => [part, part.replace(semiticPrefixes, '')]);
  const roots = parts.flatMap(part => vowelLetters.map(letters => part.replace(letters, '')));
  return [...new Set(roots)].filter(isLongEnough);
}

/** How the roots of a word begin that does not begin with them. */
export function otherBeginnings(word: string, languages: Languages): readonly string[] {
  if (languages & Language.indonesian) return withoutPrefixes(word).slice(1);
  return languages & Language.semitic ? consonantRoots(word) : [];
}
