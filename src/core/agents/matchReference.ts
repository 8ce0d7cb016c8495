import { titleOf } from '../display/describe';
import type { LibraryReference, LibraryService } from '../library/libraryService';
import { findIdentifiers } from '../model/identifiers/findIdentifiers';
import { sameIdentifier } from '../model/identifiers/identifier';
import { itemIdentifiers } from '../model/identifiers/itemIdentifiers';
import { yearOf } from '../model/year';
import { foldText } from '../search/text/fold';

/** Of a text only so much is looked up. */
const maxQueryLength = 400;
const candidates = 8;
const maxNearest = 3;
/** The share of a title's words that a reference to it must have, in their order. */
const sameTitle = 0.9;

/**
 * The reference of the library that a text refers to: one with an identifier it names, or whose title it holds. A year that both name must
 * be the same or the next one, as between a preprint and its publication.
 */
export async function matchReference(
  text: string,
  library: LibraryService,
): Promise<{ readonly match?: LibraryReference; readonly nearest: readonly LibraryReference[] }> {
  const query = wordsOf(text.slice(0, maxQueryLength)).join(' ');
  const identifiers = findIdentifiers(text.slice(0, maxQueryLength));
  const byIdentifier = await Promise.all(
    identifiers.map(identifier =>
      library.search({ query: identifier.id, limit: candidates, meaning: false }),
    ),
  );
  for (const { reference } of byIdentifier.flatMap(({ hits }) => hits)) {
    const own = itemIdentifiers(reference.item);
    if (identifiers.some(identifier => own.some(one => sameIdentifier(one, identifier))))
      return { match: reference, nearest: [] };
  }
  // An identifier that no reference has is another paper's, whatever the title says.
  const { hits } = await library.search({ query, limit: candidates, unfinished: false });
  const references = hits.map(({ reference }) => reference);
  const match = identifiers.length ? undefined : references.find(reference => isMeant(reference, text));
  return { ...(match && { match }), nearest: references.slice(0, maxNearest) };
}

function isMeant({ item }: LibraryReference, text: string): boolean {
  const title = wordsOf(titleOf(item));
  if (title.length === 0 || inOrder(title, wordsOf(text)) < sameTitle * title.length) return false;
  // One or two words are a title only where nothing else is said.
  if (title.length < 3 && wordsOf(text).length > title.length) return false;
  const year = Number(yearOf(item));
  const years = [...text.matchAll(/(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/g)].map(([digits]) => Number(digits));
  return !year || !years.length || years.some(said => Math.abs(said - year) <= 1);
}

function wordsOf(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** How many of `words` come up in `among` in the same order, by the greatest common subsequence of words. */
function inOrder(words: readonly string[], among: readonly string[]): number {
  let row = new Array<number>(among.length + 1).fill(0);
  for (const word of words) {
    const next = [0];
    for (let at = 0; at < among.length; at++)
      next.push(among[at] === word ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!));
    row = next;
  }
  return row[among.length]!;
}
