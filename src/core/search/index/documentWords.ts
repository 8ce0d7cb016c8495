import { commonWordsOf } from '../text/languages/commonWords';
import type { Languages } from '../text/languages/languages';
import { stopWords } from '../text/stopWords';
import { scanWords } from '../text/words';
import { Field, type SearchDocument } from './searchDocument';

/** Gives a word of a document to the index. */
export type AddWord = (word: string, field: number) => void;

/** Finds the words in the head of a reference (all but its abstract); gives how many words its title has. */
export function headWords(document: SearchDocument, add: AddWord): number {
  let titleWords = 0;
  scanWords(document.title, (word, _start, _end, role) => {
    add(word, Field.title);
    if (role === 'word') titleWords++;
  });
  for (const author of document.authors) authorWords(author, add);
  const plain = (text: string, field: number) => scanWords(text, word => add(word, field));
  if (document.venue) plain(document.venue, Field.venue);
  for (const topic of document.topics ?? []) plain(topic, Field.topics);
  for (const source of document.sources) plain(source, Field.sources);
  if (document.year !== undefined) add(String(document.year), Field.year);
  keyWords(document.key, add);
  return titleWords;
}

/** A name's words, and the initials of all but its last: `a vaswani` finds Ashish Vaswani. */
function authorWords(name: string, add: AddWord): void {
  let previous = '';
  scanWords(name, word => {
    if (previous.length > 1) add(previous.slice(0, 1), Field.authors);
    add(word, Field.authors);
    previous = word;
  });
}

/** A key as a whole and in its parts: `vaswani2017attention` → vaswani, 2017, attention. */
function keyWords(key: string, add: AddWord): void {
  const start = key.slice(0, 200);
  scanWords(start, word => add(word, Field.key));
  const parts = start.match(/\p{L}+|\p{N}+/gu) ?? [];
  if (parts.length > 1) for (const part of parts) scanWords(part, word => add(word, Field.key));
}

/** Finds the words of an abstract, stop words of English and of its languages left out; gives how many there are. */
export function abstractWords(text: string, languages: Languages, add: (word: string) => void): number {
  let count = 0;
  const common = commonWordsOf(languages);
  scanWords(text, (word, _start, _end, role) => {
    if (stopWords.has(word) || common?.has(word)) return;
    add(word);
    if (role === 'word') count++;
  });
  return count;
}
