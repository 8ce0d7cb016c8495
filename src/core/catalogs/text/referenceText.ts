import { withoutLigatures } from './plainLine';
import { withAccentsApart, withAccentsJoined } from './spacingAccents';

/** A reference as it was before it was set in lines of a page: ligatures, accents and words that lines break in are whole again. */
export function plainReference(text: string): string {
  const joined = withAccentsApart(withoutLigatures(text))
    .replace(/\u00ad\s*/g, '')
    .replace(/(?<=\p{L})[-‐][ \t]*\r?\n[ \t]*(?=\p{Ll})/gu, '');
  return withAccentsJoined(joined).replace(/\s+/g, ' ').trim();
}

/** More of one text are not looked up at once. */
const most = 50;

/** What could be the references of a list, each by itself: numbered, parted by empty lines, or one a line; the whole text if nothing parts it. */
export function listedReferences(text: string): string[] {
  const numbered = text.split(/(?:^|\n|\s(?=\[))[ \t]*(?:\[\d{1,3}\]|\d{1,3}[.)])[ \t]+(?=\S)/);
  const parts = [numbered, text.split(/\r?\n[ \t]*\r?\n/), text.split(/\r?\n(?=\S)/)]
    .map(list => list.map(part => part.trim()).filter(Boolean))
    .find(list => list.length > 1);
  return (parts ?? [text]).slice(0, most);
}

const closed: readonly RegExp[] = [
  /["“„«]\s?([^"“”„«»]{8,300}?)[,.]?\s?["”“»]/,
  /‘([^‘]{15,300}?)[,.]?’(?=[\s,.]|$)/,
  /[《「『]([^《》「」『』]{3,200})[》」』]/,
  /(?:^|[.．。]\s*)([^.．。[\]]{3,200})\s*\[(?:J|M|C|D|R|N|S|P|EB)(?:\/\w+)?\]/,
  // Behind the year in brackets: `Roe, A. (2020). Rivers of glass.`
  /\((?:1[5-9]|20)\d\d[a-z]?(?:,[^()]{0,20})?\)[.,:]?\s+(\S.{6,300}?)[.?!](?:\s|$)/,
];

/** The number of a reference in a list. */
const number = /^\s*(?:\[\d+\]|\(?\d+[.)])\s*/;

/** The title of a reference, as far as its punctuation tells; `undefined` where it does not. */
export function titleOfReference(text: string): string | undefined {
  for (const pattern of closed) {
    const title = pattern.exec(text)?.[1]?.trim();
    if (title && /\p{L}{3}.*\P{L}\p{L}{3}|\p{Script=Han}{3}/u.test(title)) return title;
  }
  // Else the first sentence, behind names or a colon, that is written in small words more than in names.
  const sentences = text
    .replace(number, '')
    .split(
      /(?<=\p{L}{2}|(?:^|[\s.-])\p{Lu}|\)|\d{4})[.?!]\s+(?=[\p{Lu}\d"“])|(?<=\p{L}{2}|\p{Lu}\.?)\s?:\s+(?=\p{Lu})|;\s+/u,
    );
  return sentences.map(sentence => sentence.trim()).find(isProse);
}

/** At least three words, a third of which are written small: German nouns are not. */
function isProse(sentence: string): boolean {
  const words = sentence.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  const small = words.filter(word => /^\p{Ll}/u.test(word) && !/^(?:and|et|und|y|in|pp?|vol|no)$/.test(word));
  return words.length >= 3 && small.length * 3 >= words.length;
}

/** The family name that a reference begins with. */
export function firstNameOfReference(text: string): string | undefined {
  const start = text.replace(number, '');
  const initialsFirst =
    /^(?:\p{Lu}\.[\s-]?){1,3}([\p{L}'’-]{2,}(?:\s\p{Lu}[\p{L}'’-]+)?)(?=[,.;:]|\s(?:and|&|et|und|y)\s)/u.exec(
      start,
    );
  return (initialsFirst ?? /^((?:\p{Ll}+\s)*\p{Lu}[\p{L}'’-]+)/u.exec(start))?.[1];
}
