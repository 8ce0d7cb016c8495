// The search libraries ours is compared with, each over title and abstract with the title weighed higher: `(papers) => (query, limit) => ids`.
import { create, insertMultiple, search } from '@orama/orama';
import FlexSearch from 'flexsearch';
import Fuse from 'fuse.js';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { plainBm25 } from './plainBm25.mjs';

const titleWeight = 2.5;
const fields = ['title', 'abstract'];

export const peers = {
  'plain BM25': plainBm25,

  MiniSearch(papers) {
    const index = new MiniSearch({
      fields,
      searchOptions: { boost: { title: titleWeight }, fuzzy: 0.2, prefix: true },
    });
    index.addAll(papers);
    return (query, limit) =>
      index
        .search(query)
        .slice(0, limit)
        .map(({ id }) => id);
  },

  'Fuse.js defaults': papers => fuse(papers, {}),

  'Fuse.js token search': papers =>
    fuse(papers, { useTokenSearch: true, threshold: 0.2, ignoreFieldNorm: true, ignoreDiacritics: true }),

  Orama(papers) {
    const index = create({ schema: { id: 'string', title: 'string', abstract: 'string' } });
    insertMultiple(
      index,
      papers.map(({ id, title, abstract }) => ({ id, title, abstract })),
    );
    return (query, limit) =>
      search(index, { term: query, boost: { title: titleWeight }, limit }).hits.map(({ id }) => id);
  },

  FlexSearch(papers) {
    const index = new FlexSearch.Document({ document: { id: 'id', index: fields }, tokenize: 'forward' });
    for (const { id, title, abstract } of papers) index.add({ id, title, abstract });
    // Its answer is one list per field; the sum of inverse ranks unites them.
    return (query, limit) => {
      const scores = new Map();
      for (const { field, result } of index.search(query, { limit: 100, suggest: true }))
        result.forEach((id, rank) => {
          scores.set(id, (scores.get(id) ?? 0) + (field === 'title' ? titleWeight : 1) / (rank + 1));
        });
      return [...scores]
        .sort((a, b) => b[1] - a[1])
        .slice(0, limit)
        .map(([id]) => id);
    };
  },

  lunr(papers) {
    const index = lunr(function () {
      this.ref('id');
      this.field('title', { boost: titleWeight });
      this.field('abstract');
      for (const paper of papers) this.add(paper);
    });
    return (query, limit) =>
      index
        .query(clauses => {
          for (const word of query.toLowerCase().split(/[^\p{L}\p{N}]+/u)) if (word) clauses.term(word);
        })
        .slice(0, limit)
        .map(({ ref }) => ref);
  },
};

function fuse(papers, options) {
  const keys = [{ name: 'title', weight: titleWeight }, 'abstract'];
  const index = new Fuse(papers, { ...options, keys });
  return (query, limit) => index.search(query, { limit }).map(({ item }) => item.id);
}
