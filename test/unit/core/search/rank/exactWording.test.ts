import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ExactMatcher } from '../../../../../src/core/search/rank/exactWording';
import { foldText } from '../../../../../src/core/search/text/fold';
import { indexOf, paper } from '../support';

const judge = (typed: string, unfinished = false) => ({
  of: (title: string, abstract: string) =>
    new ExactMatcher(typed.split(' '), unfinished).of({
      title: foldText(title),
      abstract: foldText(abstract),
    }),
});

test('words count as they are spelt, stop words too, in the title or in either text', () => {
  const wording = judge('which models learn their').of(
    'What Models Learn',
    'From data, which their makers chose.',
  );
  assert.deepEqual(wording, { inTitle: 0.5, inText: 1, isVerbatim: false });
  assert.equal(judge('model').of('Models', '').inTitle, 0);
});

test('an unfinished last word counts where one begins so', () => {
  assert.equal(judge('large lang', true).of('Large Language Models', '').inTitle, 1);
  assert.equal(judge('large lang').of('Large Language Models', '').inTitle, 0.5);
});

test('what follows one another as typed is verbatim', () => {
  assert.ok(judge('all you need').of('Attention Is All You Need', '').isVerbatim);
  assert.ok(!judge('you all need').of('Attention Is All You Need', '').isVerbatim);
});

test('long queries are not compared word by word', () => {
  const long = Array.from({ length: 40 }, (_, i) => `word${i}`);
  assert.equal(judge(long.join(' ')).of(long.join(' '), '').inTitle, 0);
});

test('of papers about the same, the one with the very words remembered is found', () => {
  const { keys } = indexOf([
    paper('about', 'Training models on corpora of texts', {
      abstract: 'Models are trained on corpora. A corpus is a training text.',
    }),
    paper('remembered', 'A note', {
      abstract: 'Here we ask whether this corpus, which others made, suits their trained model before use.',
    }),
  ]);
  assert.equal(keys('which corpus their model trained')[0], 'remembered');
});

test('a stop word at the end need not be anywhere', () => {
  const { keys } = indexOf([
    paper('both', 'Grammar and parsing', { abstract: 'Grammars help parsing.' }),
    paper('theory', 'Theory', { abstract: 'Of grammar.' }),
  ]);
  assert.equal(keys('parsing grammar the')[0], 'both');
});
