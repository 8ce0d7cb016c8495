import { say } from '../../util/say';
import { type Catalog, type CatalogRecord, UnreadableAnswer } from '../catalog';
import { at, isObject, type JsonObject, objectsAt, parseJson, parseObject, textAt } from '../json';
import { recordOf } from '../records/record';
import { readAbstract } from '../text/abstract';
import { readDate } from '../text/date';
import { personName } from '../text/names/personName';
import { readTexTitle } from '../text/title';
import { address, json } from './address';

const base = 'https://huggingface.co/api';

/** Papers of Hugging Face: arXiv's, found by meaning (huggingface.co/docs/hub/api). */
export const huggingFace: Catalog = {
  id: 'hugging-face',
  name: 'Hugging Face',
  hosts: ['huggingface.co'],
  pace: { interval: 500, atOnce: 1 },
  answersBrowsers: true,

  lookUp(query) {
    if (query.kind !== 'arxiv') return undefined;
    return {
      service: 'hugging-face',
      url: `${base}/papers/${encodeURI(query.id)}`,
      accept: json,
      read(body) {
        const paper = parseObject(body);
        if (!textAt(paper, 'id')) throw new UnreadableAnswer(say('has no paper in it'));
        return { records: [record(paper)] };
      },
    };
  },

  search(words, limit) {
    return {
      service: 'hugging-face',
      url: address(`${base}/papers/search`, { q: words.slice(0, 250), limit }),
      accept: json,
      read(body) {
        const list = parseJson(body);
        if (!Array.isArray(list)) throw new UnreadableAnswer(say('has no list of papers in it'));
        const papers = list
          .map(entry => (isObject(at(entry, 'paper')) ? at(entry, 'paper') : entry))
          .filter(isObject);
        return { records: papers.slice(0, limit).map(record) };
      },
    };
  },
};

function record(paper: JsonObject): CatalogRecord {
  const id = textAt(paper, 'id');
  return recordOf(
    'hugging-face',
    {
      type: 'article',
      title: readTexTitle(textAt(paper, 'title')),
      authors: objectsAt(paper, 'authors')
        .filter(author => author.hidden !== true)
        .map(author => personName(at(author, 'name'))),
      issued: readDate(at(paper, 'publishedAt')),
      abstract: readAbstract(at(paper, 'summary')),
      arxiv: id,
      texts: { publisher: 'arXiv', genre: 'Preprint' },
    },
    { page: `https://huggingface.co/papers/${id}`, pdf: `https://arxiv.org/pdf/${id}` },
  );
}
