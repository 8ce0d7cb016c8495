import type { CslItem } from '../model/reference';
import type { TextRange } from '../model/textRange';
import { say } from '../util/say';
import { titleOf } from './describe';
import { familyName, makersOf } from './names';
import { nameAndYear, shortReference } from './shortReference';
import { excerpt } from './text/excerpt';
import { plainText } from './text/plainText';

/** What a row of suggestions says, from left to right. */
export interface SuggestionLabel {
  /** In it editors mark what was typed. */
  readonly label: string;
  /** Greyed, behind it. */
  readonly detail?: string;
  /** At the right end. */
  readonly description?: string;
}

/** Room for what was found, in characters, which leaves some for the key. */
const room = 38;
const leastForTitle = 18;
/** Of a sentence less is shown: it does not say whose it is. */
const roomOfSentence = 24;

/**
 * The text that has what was typed goes first, for editors mark single letters somewhere in a text that has it not: the key; or who, when and
 * the title; or the sentence of the abstract that matches.
 */
export function suggestionLabel(
  { key, item, sentence }: { readonly key: string; readonly item: CslItem; readonly sentence?: string },
  typed: string,
): SuggestionLabel {
  const title = plainText(titleOf(item));
  const short = plainText(nameAndYear(item));
  const byKey = { label: key, detail: `  ${[plainText(shortReference(item)), title].join('  ')}` };
  const words = wordsOf(typed);
  if (!words.length || key.toLowerCase().includes(typed.trim().toLowerCase())) return byKey;
  const said = sentence ? plainText(sentence) : '';
  const heads = [short, plainText(withAuthor(item, words))];
  const texts = [...heads.map(head => [head, title].filter(Boolean).join(' · ')), said];
  const has = (wanted: readonly string[]) => texts.findIndex(text => hasAll(text, wanted));
  // What is not found as a whole is looked for without its first letters.
  const found = [words, words.slice(-1)].map(has).find(at => at >= 0);
  if (found === undefined) return byKey;
  const head = heads[found];
  if (head !== undefined) return { label: fitted(head, title, words), description: key };
  return {
    label: excerpt(said, placesOf(said, words), roomOfSentence),
    detail: `  ${short}`,
    description: key,
  };
}

/** Who and when, with the first of the further authors who has what was typed: `Wang, Huang et al. 2024`. */
function withAuthor(item: CslItem, words: readonly string[]): string {
  const [first, ...others] = makersOf(item).map(familyName);
  const meant = others.find(name => words.some(word => hasAll(name, [word])));
  return nameAndYear(item, meant && say('{0} et al.', `${first}, ${meant}`));
}

function fitted(short: string, title: string, words: readonly string[]): string {
  const left = Math.max(leastForTitle, room - short.length - 3);
  return [short, excerpt(title, placesOf(title, words), left)].filter(Boolean).join(' · ');
}

function wordsOf(typed: string): string[] {
  return typed.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function hasAll(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return words.every(word => lower.includes(word));
}

function placesOf(text: string, words: readonly string[]): TextRange[] {
  const lower = text.toLowerCase();
  // Some letters have another length in lower case.
  if (lower.length !== text.length) return [];
  return words.flatMap((word): TextRange[] => {
    const at = lower.indexOf(word);
    return at < 0 ? [] : [[at, at + word.length]];
  });
}
