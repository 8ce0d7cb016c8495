// BM25 as in the textbook, over title and abstract as one text: the yardstick every search engine has to beat.
const k1 = 1.2;
const b = 0.75;

export function plainBm25(papers) {
  const postings = new Map();
  const lengths = papers.map(({ title, abstract }, i) => {
    const words = wordsOf(`${title} ${abstract}`);
    const counts = new Map();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const [word, count] of counts) {
      if (!postings.has(word)) postings.set(word, []);
      postings.get(word).push([i, count]);
    }
    return words.length;
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / papers.length;
  return (query, limit) => {
    const scores = new Map();
    for (const word of new Set(wordsOf(query))) {
      const list = postings.get(word) ?? [];
      const rarity = Math.log(1 + (papers.length - list.length + 0.5) / (list.length + 0.5));
      for (const [i, count] of list) {
        const gain = (rarity * count * (k1 + 1)) / (count + k1 * (1 - b + (b * lengths[i]) / average));
        scores.set(i, (scores.get(i) ?? 0) + gain);
      }
    }
    return [...scores]
      .sort((x, y) => y[1] - x[1])
      .slice(0, limit)
      .map(([i]) => papers[i].id);
  };
}

function wordsOf(text) {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
