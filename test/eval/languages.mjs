// Titles in sixteen languages, asked for as people half remember them: in another inflection, without accents, by a part of a compound, in
// another script. Authors are what peers get as the text. `data/languages.tsv`: language, id, title, author, then one column a query, `kind=text`.
import fs from 'node:fs';

/** A title that shares words with others, so that one word does not tell: the beginning of one and the end of another. */
const mixedPerTitle = 3;

export function readLanguages(file) {
  const rows = fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => {
      const [language, id, title, author, ...queries] = line.split('\t');
      return { language, id, title, author, queries };
    });
  const papers = rows.map(({ id, title, author }) => ({ id, title, abstract: author, authors: [author] }));
  const queries = rows.flatMap(({ language, id, queries }) =>
    queries.map((query, i) => {
      const [type, text] = query.split('=');
      return { id: `${id} ${i}`, language, type, text, grades: new Map([[id, 1]]) };
    }),
  );
  return { name: 'languages', papers: [...papers, ...mixed(rows)], queries };
}

function mixed(rows) {
  return rows.flatMap((row, at) => {
    const others = rows.filter(other => other !== row && other.language === row.language);
    const head = halves(row.title)?.[0];
    return Array.from({ length: mixedPerTitle }, (_, i) => {
      const other = others[(at * 7 + i * 3) % others.length];
      const tail = halves(other.title)?.[1];
      const third = others[(at * 5 + i * 11 + 1) % others.length];
      return head && tail
        ? [
            {
              id: `mixed ${row.id} ${i}`,
              title: `${head} ${tail}`,
              abstract: third.author,
              authors: [third.author],
            },
          ]
        : [];
    }).flat();
  });
}

function halves(title) {
  const words = title.split(' ');
  const middle = Math.ceil(words.length / 2);
  return words.length > 3 ? [words.slice(0, middle).join(' '), words.slice(middle).join(' ')] : undefined;
}
