import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../../../src/core/citing/citation';
import { citationLanguage } from '../../../../src/core/citing/citationLanguages';
import { insertCitation } from '../../../../src/core/citing/edit/insertCitation';
import { readCitations } from '../../../../src/core/citing/readCitations';
import { applyEdits } from '../../../../src/core/model/textEdit';

const notes = [{ prefix: 'see', locator: 'p. 3' }, { prefix: 'also' }, { locator: 'chap. 2, and more' }];

function cited(text: string, language: Language, options: object): string {
  const at = text.indexOf('|');
  const plain = text.replace('|', '');
  return applyEdits(plain, insertCitation(plain, at, ['a', 'b', 'c'], language, options).edits);
}
const latex = (loads: string, body = 'Known |.') =>
  `\\documentclass{article}\n${loads}\n\\begin{document}\n${body}\n\\end{document}\n`;

test('each key has its own prefix, and what follows it', () => {
  assert.equal(
    cited('Known |.', 'markdown', { notes }),
    'Known [see @a, p. 3; also @b; @c, chap. 2, and more].',
  );
  assert.equal(
    cited('Known |.', 'markdown', { notes, form: 'inText' }),
    'Known see @a [p. 3], also @b, @c [chap. 2, and more].',
  );
  assert.match(
    cited(latex('\\usepackage{biblatex}'), 'latex', { notes }),
    /\\parencites\[see\]\[p\.~?\s?3\]\{a\}\[also\]\[\]\{b\}\[chap\.~?\s?2, and more\]\{c\}/,
  );
});

test('LaTeX is cited with the command that was chosen', () => {
  const loads = '\\usepackage{biblatex}';
  assert.match(cited(latex(loads), 'latex', { command: 'footcite' }), /\\footcite\{a,b,c\}/);
  assert.match(
    cited(latex(loads), 'latex', { command: 'citeauthor', form: 'inText' }),
    /\\citeauthor\{a,b,c\}/,
  );
  // One that is there keeps its command.
  assert.match(
    cited(latex(loads, 'Known \\textcite{x|}.'), 'latex', { command: 'footcite' }),
    /\\textcite\{x,/,
  );
});

test('the commands of the loaded package, and the document’s own, are offered', () => {
  const names = (loads: string) =>
    citationLanguage('latex').citingCommands!(readCitations(latex(loads), 'latex')).map(({ name }) => name);
  for (const name of ['footcite', 'citeauthor', 'textcite'])
    assert.ok(names('\\usepackage{biblatex}').includes(name));
  for (const name of ['citet', 'citeyearpar']) assert.ok(names('\\usepackage{natbib}').includes(name));
  assert.ok(!names('\\usepackage{natbib}').includes('footcite'));
  assert.deepEqual(names(''), ['cite']);
  assert.ok(names('\\usepackage{natbib}\n\\newcommand{\\mycite}[1]{\\citep{#1}}').includes('mycite'));
});

test('what a note says is all in it, whatever signs it has, in a table too', () => {
  const table = '| a | b |\n|---|---|\n| Known [here]^ | two |\n';
  const notes: Readonly<Record<string, string>> = {
    'p. 3|4': 'p. 3\\|4',
    '3]': '3\\]',
    '[3': '\\[3',
    'p. [3] [4': 'p. [3] \\[4',
    'p. 3*': 'p. 3\\*',
    '*ibid.* 3': '*ibid.* 3',
    'p. 3; and more': 'p. 3\\; and more',
    'see @x': 'see \\@x',
    'by a@b.org': 'by a@b.org',
    'p. 3\\': 'p. 3\\\\',
    'p. 3\\; 4': 'p. 3\\; 4',
    'p.\n3': 'p. 3',
    '`a;b` $x;y$': '`a;b` $x;y$',
  };
  for (const text of ['Known^ here.\n', table])
    for (const [locator, written] of Object.entries(notes)) {
      const at = text.indexOf('^');
      const plain = text.replace('^', '');
      const insertion = insertCitation(plain, at, ['a'], 'markdown', { locator });
      const after = applyEdits(plain, insertion.edits);
      assert.ok(after.includes(`[@a, ${written}]`), `${locator}: ${after}`);
      const { citations } = readCitations(after, 'markdown');
      assert.deepEqual(
        citations.flatMap(({ keys }) => keys.map(({ key }) => key)),
        ['a'],
      );
      const located = citationLanguage('markdown').setLocator(
        after,
        citations[0]!,
        citations[0]!.keys[0]!,
        '3|]',
        readCitations(after, 'markdown'),
      );
      assert.ok(applyEdits(after, located).includes('3\\|\\]'), after);
    }
});
