// Queries that need no judge: parts of a paper, as one remembers or mistypes them. The paper they are taken from is the one sought.
import { randomNumbers } from '../support/randomNumbers.mjs';

const wordsTaken = 3;
const abstractWordsTaken = 5;

export function generatedSets(papers) {
  const random = randomNumbers(1234);
  const make = (type, textOf) => ({
    type,
    queries: papers.flatMap(paper => {
      const text = textOf(paper);
      return text ? [{ id: `${type} ${paper.id}`, type, text, grades: new Map([[paper.id, 1]]) }] : [];
    }),
  });
  return [
    make('title', ({ title }) => title),
    make('title, one edit per word', ({ title }) =>
      words(title)
        .map(word => mistype(word, random))
        .join(' '),
    ),
    make('three title words', ({ title }) => shuffle(telling(title), random).slice(0, wordsTaken).join(' ')),
    make('three title words, one typo', ({ title }) => {
      const taken = shuffle(telling(title), random).slice(0, wordsTaken);
      const longest = taken.reduce((best, word, i) => (word.length > taken[best].length ? i : best), 0);
      return taken.map((word, i) => (i === longest ? mistype(word, random) : word)).join(' ');
    }),
    make('first words, last unfinished', ({ title }) => {
      const start = words(title).slice(0, wordsTaken + 1);
      const last = start.pop() ?? '';
      return [...start, last.slice(0, Math.max(1, Math.ceil(last.length / 2)))].join(' ');
    }),
    make('five abstract words', ({ abstract }) => {
      const all = telling(abstract);
      return all.length < abstractWordsTaken
        ? ''
        : shuffle(all, random).slice(0, abstractWordsTaken).join(' ');
    }),
  ];
}

function words(text) {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Words long enough to be remembered, each once. */
function telling(text) {
  const all = [...new Set(words(text.toLowerCase()))];
  const long = all.filter(word => word.length > 3);
  return long.length >= wordsTaken ? long : all;
}

/** One letter left out, doubled, replaced or swapped with the next; short words stay as they are. */
function mistype(word, random) {
  if (word.length < 4) return word;
  const at = 1 + Math.floor(random() * (word.length - 2));
  const letter = String.fromCharCode(97 + Math.floor(random() * 26));
  const [before, here, next, after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
  const edits = [before + next + after, before + here + here + next + after, before + letter + next + after];
  return [...edits, before + next + here + after][Math.floor(random() * 4)];
}

function shuffle(items, random) {
  const all = [...items];
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [all[i], all[j]] = [all[j], all[i]];
  }
  return all;
}
