import type { CslItem, Name } from '../../model/reference';
import { yearOf } from '../../model/year';
import { asciiSurname, asciiText } from '../../util/latin/asciiText';

/** Words that say nothing about a work: small words of English and its neighbours, and those that questions begin with. */
const skipped = new Set(
  (
    'a ab about above across after against al along among an and are around as at be before behind below beneath beside between ' +
    'beyond but by can could d da das de dei del della delle dem den der des despite did die do does down du during ein eine einem ' +
    'einen einer eines el en et except for from gli had has have how i il in inside into is it its l la las le les like lo los may ' +
    'near nor not of off on onto or our over past per plus should since so some sur than that the their these they this those ' +
    'through to toward towards un una unas under une unlike uno unos until up upon versus via von was we were what when where ' +
    'which while who why will with within without would yet you your zu zum zur'
  ).split(' '),
);

/** Of each part of a key, in characters: what is longer is no name. */
const maxPart = 60;

/** Words of a corporate author that go into a key. */
const corporateWords = 3;

/**
 * A citation key in the habit of Better BibTeX: first author, year, first significant word of the title, in lower-case ASCII:
 * `schlaginhaufen2023identifiability`. Parts that are missing are left out; `untitled` when nothing is there.
 */
export function citationKeyOf(item: CslItem): string {
  const people = [item.author, item.editor].find(names => Array.isArray(names) && names.length > 0) ?? [];
  let author = '';
  for (const name of people) {
    author = authorPart(name);
    if (author) break;
  }
  const year = asciiText(yearOf(item) ?? '').slice(0, maxPart);
  const word = significantWords(item.title ?? '')[0] ?? '';
  const key = author.slice(0, maxPart) + year + word.slice(0, maxPart);
  return key === year ? `untitled${year}` : key;
}

/** The key of an item, with `a`, `b`, … `z`, `aa`, … added while it is taken. */
export function uniqueCitationKey(item: CslItem, taken: (key: string) => boolean): string {
  return freeKey(citationKeyOf(item), taken);
}

/** So many suffixes are tried one after the other; of thousands that are taken, the end is found in larger steps. */
const suffixesInTurn = 100;

/** `key`, or `keya`, `keyb`, …: the first that is free. */
export function freeKey(key: string, taken: (key: string) => boolean): string {
  if (!taken(key)) return key;
  const isTaken = (count: number) => taken(key + letterSuffix(count));
  let free = 0;
  while (free < suffixesInTurn && isTaken(free)) free++;
  if (free === suffixesInTurn) {
    let used = free - 1;
    while (isTaken(free)) [used, free] = [free, free * 2];
    while (free - used > 1) {
      const middle = (used + free) >> 1;
      if (isTaken(middle)) used = middle;
      else free = middle;
    }
  }
  return key + letterSuffix(free);
}

/** 0 → `a`, 25 → `z`, 26 → `aa`. */
function letterSuffix(count: number): string {
  const last = String.fromCharCode(97 + (count % 26));
  return count < 26 ? last : letterSuffix(Math.floor(count / 26) - 1) + last;
}

function authorPart(name: Name): string {
  if (name.family) return asciiText(name['non-dropping-particle'] ?? '') + asciiSurname(name.family);
  if (name.literal)
    return significantWords(name.literal).slice(0, corporateWords).join('') || asciiSurname(name.literal);
  return asciiText(name.given ?? '');
}

/** Compounds count as one word (`few-shot` → `fewshot`); when every word is on the list, all of them count. */
function significantWords(text: string): string[] {
  const words = text
    .replace(/<\/?[a-z][^<>]{0,80}>/gi, '')
    .replace(/['’‘ʼ]/g, '')
    .split(/[\s/:;,.!?()[\]{}"“”—–|+=&]+/)
    .map(asciiText)
    .filter(word => word !== '');
  const significant = words.filter(word => !skipped.has(word));
  return significant.length > 0 ? significant : words;
}
