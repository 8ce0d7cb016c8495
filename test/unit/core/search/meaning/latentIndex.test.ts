import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LatentIndex } from '../../../../../src/core/search/meaning/latentIndex';

/** 240 papers on four subjects in turn; each names its subject and has four of its forty words. */
const subjects = ['syntax', 'airflow', 'enzyme', 'auction'];
const word = (subject: number, i: number) =>
  `${subjects[subject]}${'abcdefghij'[i % 10]}${'kmnp'[((i / 10) % 4) | 0]}`;
const papers = Array.from({ length: 240 }, (_, i) => {
  const words = [1, 7, 11, 29].map(step => word(i % 4, ((i >> 2) * step + step) % 40));
  return { title: `A study of ${subjects[i % 4]}`, abstract: `On ${words.join(', ')}.` };
});

function indexed() {
  const index = LatentIndex.for(papers)!;
  papers.forEach(({ title, abstract }, id) => {
    index.add(id, title, abstract);
  });
  return index;
}

describe('LatentIndex', () => {
  it('finds papers of the same subject that share no word with the query', () => {
    const scores = indexed().score(word(0, 4))!;
    const without = papers.flatMap(({ abstract }, id) => (abstract.includes(word(0, 4)) ? [] : [id]));
    const mean = (subject: number) => {
      const ids = without.filter(id => id % 4 === subject);
      return ids.reduce((sum, id) => sum + scores[id]!, 0) / ids.length;
    };
    for (const other of [1, 2, 3]) assert.ok(mean(0) > 2 * mean(other), `${mean(0)} ${mean(other)}`);
  });

  it('gives the same scores for the same library', () => {
    assert.deepEqual(indexed().score(word(3, 1)), indexed().score(word(3, 1)));
  });

  it('gives 0 to 1, the nearest 1, and NaN for what was removed or has no words', () => {
    const index = indexed();
    index.add(5000, 'the of', undefined);
    index.remove(3);
    const scores = index.score(word(1, 2))!;
    assert.ok(Number.isNaN(scores[3]) && Number.isNaN(scores[5000]));
    const known = [...scores].filter(score => !Number.isNaN(score));
    assert.equal(known.length, papers.length - 1);
    assert.equal(Math.max(...known), 1);
    assert.ok(known.every(score => score >= 0));
  });

  it('knows nothing of queries without words of the library', () => {
    for (const query of ['', '?!', 'the', 'xylophone', '__proto__ constructor'])
      assert.equal(indexed().score(query), undefined);
  });

  it('leaves few words to the words, and small libraries alone', () => {
    const index = indexed();
    assert.equal(index.share(3).most, 0);
    assert.ok(index.share(5).most < index.share(12).most);
    assert.equal(LatentIndex.for(papers.slice(0, 50)), undefined);
    assert.equal(LatentIndex.for(papers.map(({ title }) => ({ title, abstract: undefined }))), undefined);
  });
});
