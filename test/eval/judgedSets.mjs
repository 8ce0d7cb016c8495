// Query sets with judgements: `{name, papers: [{id, title, abstract}], queries: [{id, type, text, grades: Map(paper id → grade)}]}`.
import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readScisummnet, scisummnetIn } from './scisummnet.mjs';

/**
 * A set of others: `corpus.jsonl`, `queries.jsonl` and `qrels.tsv`, the form of public test sets, each also with `.gz`; or ScisummNet as
 * it is published.
 */
export function readFolder(folder) {
  const scisummnet = scisummnetIn(folder);
  if (scisummnet) return readScisummnet(scisummnet);
  const grades = new Map();
  for (const line of readText(path.join(folder, 'qrels.tsv')).split(/\r?\n/)) {
    const fields = line.split('\t');
    // Three columns, or the four of TREC; a first line may name them.
    const [query, paper, grade] = fields.length === 4 ? [fields[0], fields[2], fields[3]] : fields;
    if (!(Number(grade) > 0)) continue;
    if (!grades.has(query)) grades.set(query, new Map());
    grades.get(query).set(paper, Number(grade));
  }
  const queries = readLines(path.join(folder, 'queries.jsonl'))
    .filter(({ id }) => grades.has(String(id)))
    .map(({ id, text, kind, type }) => ({
      id: String(id),
      type: type ?? kind ?? 'query',
      text,
      grades: grades.get(String(id)),
    }));
  const papers = readLines(path.join(folder, 'corpus.jsonl')).map(({ id, title, abstract }) => ({
    id: String(id),
    title: title ?? '',
    abstract: abstract ?? '',
  }));
  return { name: path.basename(folder), papers, queries };
}

/** Queries over the bundled collection, judged by position in the delivered file. */
export function readCollectionQueries(file, papers) {
  const queries = readLines(file).map(({ id, type, query, relevant }) => ({
    id,
    type,
    text: query,
    grades: new Map(Object.entries(relevant)),
  }));
  return { name: 'collection', papers, queries };
}

export function readCollection(root) {
  return JSON.parse(fs.readFileSync(path.join(root, 'data/references.json'), 'utf8')).map(item => ({
    id: String(item.custom.position),
    title: item.title,
    abstract: item.abstract ?? '',
    item,
  }));
}

function readLines(file) {
  return readText(file)
    .split('\n')
    .filter(line => line.trim())
    .map(line => JSON.parse(line));
}

function readText(file) {
  if (fs.existsSync(file)) return fs.readFileSync(file, 'utf8');
  return gunzipSync(fs.readFileSync(`${file}.gz`)).toString('utf8');
}
