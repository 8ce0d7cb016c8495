import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMarkdown } from '../../../../src/core/citing/markdown/readMarkdown';
import { previewRequest } from '../../../../src/core/preview/previewRequest';

const request = (text: string) => previewRequest(text, readMarkdown(text, 'pandoc'));
const works = (text: string) => request(text).citations.map(one => one.works);

test('what stands around a key is told apart as citation processors take it', () => {
  assert.deepEqual(works('[see *also* @a, pp. 3-5, and more; -@b chap. 2]'), [
    [
      {
        key: 'a',
        form: 'normal',
        prefix: 'see <i>also</i>',
        label: 'page',
        locator: '3-5',
        suffix: ', and more',
      },
      { key: 'b', form: 'suppressAuthor', label: 'chapter', locator: '2' },
    ],
  ]);
  assert.deepEqual(works('@a [§ 4; @b and on]'), [
    [
      { key: 'a', form: 'inText', label: 'section', locator: '4' },
      { key: 'b', form: 'normal', suffix: ' and on' },
    ],
  ]);
});

test('locators of every kind have the name that CSL has for them', () => {
  for (const [written, label, locator] of [
    ['p. 3', 'page', '3'],
    ['3', 'page', '3'],
    ['vol. 2', 'volume', '2'],
    ['v. 7', 'verse', '7'],
    ['figs. 1-2', 'figure', '1-2'],
    ['sec. 3', 'section', '3'],
    ['¶ 5', 'paragraph', '5'],
    ['no. 8', 'issue', '8'],
    ['line 9', 'line', '9'],
  ] as const) {
    const work = works(`[@a, ${written}]`)[0]![0]!;
    assert.deepEqual([work.label, work.locator], [label, locator], written);
  }
});

test('a citation is found again however its lines are broken', () => {
  const [one] = request('> - Said [see @a;\r\n>   @b] so.').citations;
  assert.equal(one?.written, '[see @a; @b]');
});

test('metadata say what is only listed, and how', () => {
  const { citations, uncited, settings } = request(
    '---\nnocite: "@a, @b"\nreference-section-title: Literatur\nsuppress-bibliography: true\nlang: de-AT\n---\n\n@c\n',
  );
  assert.deepEqual(
    citations.flatMap(one => one.works.map(({ key }) => key)),
    ['c'],
  );
  assert.deepEqual(uncited, ['a', 'b']);
  assert.deepEqual(settings, { title: 'Literatur', isListSuppressed: true, language: 'de-AT' });
  assert.deepEqual(request('---\nnocite: "@*"\n---\n').uncited, ['*']);
});
