import type { SearchDocument } from '../../../../src/core/search/index/searchDocument';
import { SearchIndex } from '../../../../src/core/search/searchIndex';

/** An index over documents whose ids are their places in the list, and a way to ask it for keys. */
export function indexOf(documents: SearchDocument[]) {
  const index = new SearchIndex({
    title: id => documents[id]!.title,
    abstract: id => documents[id]!.abstract,
  });
  index.add(documents);
  const keys = (query: string, limit = 10) =>
    index.search(query, { limit }).hits.map(({ id }) => documents[id]!.key);
  return { index, keys };
}

/** A document from its key and title and whatever else matters. */
export function paper(key: string, title: string, rest: Partial<SearchDocument> = {}): SearchDocument {
  return { key, title, authors: [], sources: [], ...rest };
}

export const library: SearchDocument[] = [
  paper('vaswani2017attention', 'Attention Is All You Need', {
    authors: ['Ashish Vaswani', 'Noam Shazeer'],
    year: 2017,
    venue: 'NeurIPS',
    abstract:
      'The dominant models use recurrence. We propose the Transformer, based solely on attention (Cho et al. 2014).',
    topics: ['sequence models'],
    sources: ['refs.bib'],
  }),
  paper('brown2020language', 'Language Models are Few-Shot Learners', {
    authors: ['Tom B. Brown'],
    year: 2020,
    venue: 'NeurIPS',
    abstract:
      'We train GPT-3, a language model with 175 billion parameters. It is evaluated without fine-tuning.',
    sources: ['refs.bib'],
  }),
  paper('tang2025geomanip', 'GeoManip: Geometric Constraints as General Interfaces', {
    authors: ['Weiliang Tang'],
    year: 2025,
    abstract: 'Robots generalise behaviour to colourful new tools.',
    sources: ['Collection'],
  }),
  paper('łukasz2019modelling', 'Modelling Łódź: Ærø and Straße revisited', {
    authors: ['Łukasz Øystein'],
    year: 2019,
    abstract: 'Theoretical results on identifiability are given.',
    sources: ['Collection'],
  }),
  paper('wang2022zh', '基于深度学习的图像识别', { authors: ['王伟'], year: 2022, sources: ['Collection'] }),
  paper('bare', 'Untitled notes on reward'),
];
