import { lazy } from '../../util/lazy';

/** Parts of the world that have codes of their own (UN M49): continents and their large regions. */
const regions = [
  '002',
  '003',
  '005',
  '009',
  '013',
  '019',
  '029',
  '030',
  '034',
  '035',
  '142',
  '143',
  '150',
  '419',
];
/** Names that are other words at least as often: `guinea pigs`, `turkey`, `polish`. */
const wordsToo = /^(?:guinea|turkey|chad|jordan|jersey|polish|georgia|afar|ido|pali|tonga|world|americas)$/;
/** Adjectives and short forms that are no names of languages. */
const others =
  'african american asian australian austrian belgian brazilian british canadian chilean colombian cuban egyptian european indian iranian iraqi israeli kenyan mexican nigerian peruvian scottish swiss syrian england scotland wales america antarctica arctic';

const known = lazy(pattern);

/** The lower-case text with capitals for countries, regions, peoples and languages in English: `in the united states` → `in the United States`. */
export function withProperNames(text: string): string {
  return text.replace(known(), name => name.replace(/\p{L}+/gu, capitalWord));
}

function capitalWord(word: string): string {
  return /^(?:of|the|and)$/.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1);
}

/** As the runtime knows them: country by country and language by language of two letters. */
function pattern(): RegExp {
  const names = new Set(others.split(' '));
  const add = (type: 'region' | 'language', codes: readonly string[]) => {
    const display = new Intl.DisplayNames('en', { type, fallback: 'none' });
    for (const code of codes) {
      const name = display.of(code)?.toLowerCase();
      if (name && /^\p{L}{4,}(?: \p{L}+)*$/u.test(name) && !wordsToo.test(name)) names.add(name);
    }
  };
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const pairs = letters.flatMap(one => letters.map(two => one + two));
  add('region', [...pairs, ...regions]);
  add(
    'language',
    pairs.map(pair => pair.toLowerCase()),
  );
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${longestFirst.join('|')})s?(?![\\p{L}\\p{M}])`, 'gu');
}
