import type { CslItem } from '../model/reference';
import { yearOf } from '../model/year';
import { firstFamily, foldedWords } from './records/sameWork';
import { titleOfReference } from './text/referenceText';

const smallWords = new Set(
  'a an and as at by for from in of on or the to with der die das und von le la les de du et'.split(' '),
);

/**
 * How sure it is that a reference as text means an item, 0 to 1: its title in the text, word by word, its first author, year, volume and
 * pages. Services' own scores say nothing (Crossref's is one of its index).
 */
export function referenceConfidence(reference: string, item: CslItem): number {
  const words = foldedWords(reference);
  const known = new Set(words);
  const titles = titlesOf(item);
  if (titles.length === 0) return 0;
  const inText = words.filter(word => !smallWords.has(word));
  const titled = Math.max(
    ...titles.map(({ words: title, weight }) => {
      const covered = title.filter(word => known.has(word)).length / title.length;
      return weight * ((0.35 / 0.6) * covered + (0.25 / 0.6) * (longestRun(title, inText) / title.length));
    }),
  );
  const author = authorship(words.join(''), item);
  const year = Number(yearOf(item));
  const years = (reference.match(/\b(?:1[5-9]|20)\d\d/g) ?? []).map(Number);
  const dated =
    years.length === 0 || !year
      ? 0.5
      : years.includes(year)
        ? 1
        : years.some(other => Math.abs(other - year) === 1)
          ? 0.6
          : 0;
  const details = [item.volume, String(item.page ?? '').split(/[-–]/)[0]]
    .filter(Boolean)
    .map(detail => foldedWords(String(detail)).join(''));
  const hasDetails = words.some(word => /\d/.test(word) && !years.includes(Number(word)));
  const detailed =
    details.length === 0 || !hasDetails
      ? 0.5
      : details.filter(detail => known.has(detail)).length / details.length;
  const confidence = 0.6 * titled + 0.2 * author + 0.12 * dated + 0.08 * detailed;
  const isPlaced =
    author === 1 &&
    dated === 1 &&
    details.length > 1 &&
    detailed === 1 &&
    titleOfReference(reference) === undefined;
  return Math.round(100 * weighed(confidence, titles[0]!.words, isPlaced, [author, dated, detailed])) / 100;
}

/** Works with how likely each is the one that a reference names, the likeliest first. */
export function byConfidence<Work extends { readonly item: CslItem }>(
  reference: string,
  works: readonly Work[],
): (Work & { readonly confidence: number })[] {
  return works
    .map(work => ({ ...work, confidence: referenceConfidence(reference, work.item) }))
    .sort((a, b) => b.confidence - a.confidence);
}

/** The confidence with what no sum of it tells. */
function weighed(
  confidence: number,
  title: readonly string[],
  isPlaced: boolean,
  [author, dated, detailed]: readonly [author: number, dated: number, detailed: number],
): number {
  // Where no title is written, as in physics and chemistry, the place is enough.
  if (isPlaced) return Math.max(confidence, 0.8);
  // A title of one or two words stands in many texts.
  const isShort = title.length < 3 && title.join('').length < (/\p{Script=Han}/u.test(title[0]!) ? 6 : 30);
  if (isShort && (author < 1 || dated < 1 || detailed === 0)) return confidence * (detailed < 1 ? 0.5 : 0.7);
  // Under the same title somebody else writes elsewhere: a review, another edition.
  return author === 0 && detailed === 0 ? Math.min(confidence, sureEnough - 0.05) : confidence;
}

/** The telling words of a title, and of what stands before its subtitle, which is left out often. */
function titlesOf(item: CslItem): { words: readonly string[]; weight: number }[] {
  const telling = (text: string) => foldedWords(text).filter(word => !smallWords.has(word));
  const whole = telling(item.title ?? '');
  const main = telling(/^[^:.?!–—]+/.exec(item.title ?? '')?.[0] ?? '');
  return [
    ...(whole.length > 0 ? [{ words: whole, weight: 1 }] : []),
    ...(main.length > 1 && main.length < whole.length ? [{ words: main, weight: 0.9 }] : []),
  ];
}

/** Whether the first author is named, also as those write who have no umlauts: `Mueller`. */
function authorship(letters: string, item: CslItem): number {
  const family = firstFamily(item);
  if (family === '') return 0.5;
  const plain = (text: string) => text.replace(/([aou])e/g, '$1');
  return letters.includes(family) || plain(letters).includes(plain(family)) ? 1 : 0;
}

/** Fewer words of a text are no reference that would have a title. */
const fewestWords = 4;

/**
 * Whether the words of a reference plainly name another title than the item found by its identifier has. Titles left out, as in physics and
 * chemistry, or cut at a colon are no others.
 */
export function isTitledOtherwise(words: string, item: CslItem): boolean {
  const known = foldedWords(words);
  if (!item.title || known.filter(word => /\p{L}{2}/u.test(word)).length < fewestWords) return false;
  const main = item.title.split(/[:.?!–—](?:\s|$)/)[0]!;
  if ([item.title, main].some(title => isNamed(foldedWords(title), known))) return false;
  const details = [item.volume, String(item.page ?? '').split(/[-–]/)[0]].filter(Boolean);
  const isThere = (detail: unknown) => known.includes(foldedWords(String(detail)).join(''));
  return !(known.join('').includes(firstFamily(item)) && details.length > 0 && details.every(isThere));
}

/** Half of the words of a title, or in scripts without blanks the whole, stand in a text. */
function isNamed(title: readonly string[], known: readonly string[]): boolean {
  const telling = title.filter(word => !smallWords.has(word));
  if (telling.length === 0 || known.join('').includes(title.join(''))) return true;
  return telling.filter(word => known.includes(word)).length >= telling.length / 2;
}

/** From here on the best match counts as found. */
export const sureEnough = 0.6;

/** How well an item answers words that a person typed, 0 to 1: their share in title, names, year and venue, and how much of the title they are. */
export function wordsLikelihood(query: string, item: CslItem): number {
  const asked = foldedWords(query).filter(word => !smallWords.has(word));
  const title = foldedWords(item.title ?? '').filter(word => !smallWords.has(word));
  const names = (item.author ?? item.editor ?? []).flatMap(name =>
    foldedWords(`${name.family ?? ''} ${name.literal ?? ''}`),
  );
  const known = new Set([
    ...title,
    ...names,
    yearOf(item) ?? '',
    ...foldedWords(String(item['container-title'] ?? '')),
  ]);
  if (asked.length === 0 || title.length === 0) return 0;
  const covered = asked.filter(word => known.has(word)).length / asked.length;
  const ofTitle = title.filter(word => asked.includes(word)).length / title.length;
  return 0.7 * covered + 0.3 * ofTitle;
}

/** The longest stretch of `title` that stands in `words` in the same order without anything between. */
function longestRun(title: readonly string[], words: readonly string[]): number {
  let longest = 0;
  for (let start = 0; start < words.length; start++)
    for (let from = 0; from < title.length; from++) {
      if (from > 0 && words[start - 1] === title[from - 1]) continue;
      let length = 0;
      while (from + length < title.length && words[start + length] === title[from + length]) length++;
      longest = Math.max(longest, length);
    }
  return longest;
}
