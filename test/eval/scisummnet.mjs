// ScisummNet as it is published: https://github.com/WING-NUS/scisumm-corpus (CC BY 4.0), folder data/Training-Set-2019/Task1/From-ScisummNet-2019.
// About a thousand papers of computational linguistics, each with sentences of other papers that cite it; of each the first that can be
// understood by itself is a query, its citation marks left out, and the cited paper is what is sought.
import fs from 'node:fs';
import path from 'node:path';

const published = 'data/Training-Set-2019/Task1/From-ScisummNet-2019';
/** Sentences of a paper that stand for its abstract where none is marked. */
const sentencesInstead = 8;
/** Some files have half the paper marked as its abstract: no more than so many characters are taken. */
const longestAbstract = 2000;
/** Words of a citing sentence: fewer say nothing by themselves, more are tables and formulas. */
const [fewestWords, mostWords] = [8, 60];
/** The share of letters and spaces in running text. */
const letterShare = 0.85;

/** The folder of papers, when `folder` is that or a copy of the repository; `undefined` when it is something else. */
export function scisummnetIn(folder) {
  return [folder, path.join(folder, published)].find(
    candidate => fs.existsSync(candidate) && papersIn(candidate).length > 0,
  );
}

/** The set in the form of judgedSets.mjs. */
export function readScisummnet(folder) {
  const papers = [];
  const queries = [];
  for (const id of papersIn(folder)) {
    const paper = readPaper(id, fs.readFileSync(path.join(folder, id, 'Reference_XML', `${id}.xml`), 'utf8'));
    const citing = JSON.parse(fs.readFileSync(path.join(folder, id, 'citing_sentences.json'), 'utf8'));
    const text = citing.map(({ clean_text }) => withoutMarks(clean_text)).find(isSentence);
    if (!paper.title || !text) continue;
    papers.push(paper);
    queries.push({ id: `citing ${id}`, type: 'citing sentence', text, grades: new Map([[id, 1]]) });
  }
  return { name: 'ScisummNet', papers, queries };
}

function papersIn(folder) {
  return fs
    .readdirSync(folder)
    .filter(id => fs.existsSync(path.join(folder, id, 'Reference_XML', `${id}.xml`)))
    .sort();
}

function readPaper(id, xml) {
  const sentences = part => [...part.matchAll(/<S\b[^>]*>([^<]*)<\/S>/g)].map(([, text]) => decoded(text));
  const [title = '', ...rest] = sentences(xml);
  const abstract = sentences(/<ABSTRACT>(.*?)<\/ABSTRACT>/s.exec(xml)?.[1] ?? '');
  const taken = abstract.length ? abstract : rest.slice(0, sentencesInstead);
  return { id, title, abstract: taken.join(' ').slice(0, longestAbstract) };
}

/** References to characters, which the files have twice escaped: `&amp;quot;`. */
function decoded(text) {
  const characters = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  const once = escaped => escaped.replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => characters[name]);
  return once(once(text)).trim();
}

/** A sentence without its citation marks: `(Brants, 2000)`, `[3]`, and the year of `Brants (2000)`. */
function withoutMarks(sentence) {
  return sentence
    .replace(/\([^()]*\b(?:1[89]|20)\d\d[a-z]?\b[^()]*\)|\[[\d,;\s–-]+\]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:])/g, '')
    .trim();
}

function isSentence(text) {
  const words = text.split(' ').length;
  const letters = text.match(/[\p{L} ]/gu)?.length ?? 0;
  return words >= fewestWords && words <= mostWords && letters >= letterShare * text.length;
}
