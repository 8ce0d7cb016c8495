// The engines that are measured. Each builds from papers `{id, title, authors, year, abstract}` and gives `search(text)`; those that
// can be stored give `store()` (bytes or text) and `load(stored)`, which gives a search again.

import { plainBm25 } from '../../eval/plainBm25.mjs';

const limit = 20;
const fields = ['title', 'authors', 'abstract'];
const boost = { title: 2.5, authors: 2 };
const record = paper => ({ ...paper, authors: paper.authors.join(', ') });

/** Ours, asked as the quick pick asks: at each keystroke by words alone. */
const ours = options => async () => {
  const { SearchIndex } = await import(process.env.OUR_SEARCH);
  const texts = papers => ({ title: id => papers[id].title, abstract: id => papers[id].abstract });
  const searchWith = index => text => index.search(text, { limit, ...options });
  return papers => {
    const index = new SearchIndex(texts(papers));
    index.add(papers.map(paper => ({ ...paper, key: paper.id, sources: ['library'] })));
    return {
      search: searchWith(index),
      store: () => index.serialise(),
      load: bytes => searchWith(SearchIndex.load(bytes, texts(papers))),
    };
  };
};

export const engines = {
  'Literature Lookup': ours({ meaning: false }),
  // Once typing rests longer queries are widened by what they find.
  'Literature Lookup at rest': ours({ meaning: true }),

  async 'includes scan'() {
    return papers => {
      const texts = papers.map(({ title, authors, abstract }) =>
        `${title} ${authors} ${abstract}`.toLowerCase(),
      );
      return {
        search: text => {
          const words = text.toLowerCase().split(/\s+/);
          return texts.filter(content => words.every(word => content.includes(word))).slice(0, limit);
        },
      };
    };
  },

  async BM25() {
    return papers => {
      const search = plainBm25(papers);
      return { search: text => search(text, limit) };
    };
  },

  async MiniSearch() {
    const { default: MiniSearch } = await import('minisearch');
    const options = { fields, searchOptions: { boost, fuzzy: 0.2, prefix: true } };
    return papers => {
      const index = new MiniSearch(options);
      index.addAll(papers.map(record));
      return {
        search: text => index.search(text).slice(0, limit),
        store: () => JSON.stringify(index),
        load: stored => {
          const loaded = MiniSearch.loadJSON(stored, options);
          return text => loaded.search(text).slice(0, limit);
        },
      };
    };
  },

  async 'Fuse.js defaults'() {
    const { default: Fuse } = await import('fuse.js');
    return papers => {
      const index = new Fuse(papers, { keys: fields });
      return { search: text => index.search(text, { limit }) };
    };
  },

  async 'Fuse.js token search'() {
    const { default: Fuse } = await import('fuse.js');
    return papers => {
      const index = new Fuse(papers, {
        keys: [
          { name: 'title', weight: 3 },
          { name: 'authors', weight: 2 },
          { name: 'abstract', weight: 1 },
        ],
        useTokenSearch: true,
        threshold: 0.2,
        ignoreFieldNorm: true,
        ignoreDiacritics: true,
      });
      return { search: text => index.search(text, { limit }) };
    };
  },

  async Orama() {
    const { create, insertMultiple, search, save, load } = await import('@orama/orama');
    const schema = { id: 'string', title: 'string', authors: 'string', abstract: 'string' };
    const pick = ({ id, title, authors, abstract }) => ({ id, title, authors: authors.join(', '), abstract });
    const searchWith = index => text => search(index, { term: text, boost, tolerance: 1, limit });
    return papers => {
      const index = create({ schema });
      insertMultiple(index, papers.map(pick));
      return {
        search: searchWith(index),
        store: () => JSON.stringify(save(index)),
        load: stored => {
          const loaded = create({ schema });
          load(loaded, JSON.parse(stored));
          return searchWith(loaded);
        },
      };
    };
  },

  async FlexSearch() {
    const { default: FlexSearch } = await import('flexsearch');
    return papers => {
      const index = new FlexSearch.Document({ document: { id: 'id', index: fields }, tokenize: 'forward' });
      for (const paper of papers) index.add(record(paper));
      return { search: text => index.search(text, { limit, suggest: true }) };
    };
  },
};
