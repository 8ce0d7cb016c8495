// What people type, drawn from the papers themselves: `{class, text}`, the same for every engine.

const queriesPerClass = 25;

/** The same numbers each time (a linear congruential generator). */
function numbers(seed) {
  let state = seed;
  return limit => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Another `seed`, other queries. */
export function makeQueries(papers, seed = 7) {
  const below = numbers(seed);
  const pick = list => list[below(list.length)];
  const paper = () => pick(papers);
  const words = text => text.split(/[^\p{L}\p{N}-]+/u).filter(word => word.length > 3);
  const some = (text, count) => Array.from({ length: count }, () => pick(words(text))).join(' ');
  const halved = text => text.slice(0, text.length - Math.floor(words(text).at(-1).length / 2));
  const mistyped = word => {
    const at = 1 + below(word.length - 2);
    return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  };
  const classes = {
    '1 word': () => some(paper().title, 1),
    '1 word, unfinished': () => halved(some(paper().title, 1)),
    '2 words': () => some(paper().title, 2),
    '3 words': () => some(paper().title, 3),
    '3 words, unfinished': () => halved(some(paper().title, 3)),
    '3 words, a typing error': () => `${some(paper().title, 2)} ${mistyped(some(paper().title, 1))}`,
    '6 words': () => some(paper().abstract, 6),
    'author, year, word': () => {
      const { authors, year, title } = paper();
      return `${authors[0].split(' ').at(-1)} ${year} ${some(title, 1)}`;
    },
    sentence: () => pick(paper().abstract.split('. ')),
  };
  return Object.entries(classes).flatMap(([name, make]) =>
    Array.from({ length: queriesPerClass }, () => ({ class: name, text: make() })),
  );
}
