import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language, MarkdownDialect } from '../../../../../src/core/citing/citation';
import { insertCitation } from '../../../../../src/core/citing/edit/insertCitation';
import { readCitations } from '../../../../../src/core/citing/readCitations';
import { applyEdits } from '../../../../../src/core/model/textEdit';
import { assertLinear } from '../../../growth';

/** Cites `k` at the `│`; the answer has it where the cursor is then. */
function cited(marked: string, language: Language = 'markdown', dialect?: MarkdownDialect): string {
  const offset = marked.indexOf('│');
  const text = marked.replace('│', '');
  const parsed = readCitations(text, language, dialect ? { dialect } : {});
  const { edits, cursor, isRefused } = insertCitation(text, offset, ['k'], language, { parsed });
  if (isRefused) return 'refused';
  const after = applyEdits(text, edits);
  return `${after.slice(0, cursor)}│${after.slice(cursor)}`;
}

test('on the only blank line between blocks a citation is a paragraph of its own', () => {
  assert.equal(cited('One.\n│\nTwo.\n'), 'One.\n\n[@k]│\n\nTwo.\n');
  assert.equal(cited('One.\n│\n- two\n'), 'One.\n\n[@k]│\n\n- two\n');
  assert.equal(cited('- one\n│\n- two\n'), '- one\n\n  [@k]│\n\n- two\n');
  assert.equal(cited('> one\n>│\n> two\n'), '> one\n>\n> [@k]│\n>\n> two\n');
  assert.equal(cited('One.\r\n│\r\nTwo.\r\n'), 'One.\r\n\r\n[@k]│\r\n\r\nTwo.\r\n');
  assert.equal(cited('One.\n│\nTwo.\n', 'latex'), 'One.\n\n\\cite{k}│\n\nTwo.\n');
  assert.equal(cited('One.\n│\nTwo.\n', 'typst'), 'One.\n\n@k│\n\nTwo.\n');
  assert.equal(cited('- one\n│\n- two\n', 'rst'), '- one\n\n  :cite:p:`k`│\n\n- two\n');
});

test('in a task a bracket that is begun is taken, and its box is none', () => {
  assert.equal(cited('- [x] see [@a; │]\n'), '- [x] see [@a; @k│]\n');
  assert.equal(cited('1. [ ] see [│\n'), '1. [ ] see [@k]│\n');
  assert.equal(cited('- [ │] see\n'), '- [ ] [@k]│ see\n');
});

test('a table keeps its columns', () => {
  assert.equal(
    cited('+-----+---+\n| On│e | B |\n+-----+---+\n'),
    '+----------+---+\n| One [@k]│ | B |\n+----------+---+\n',
  );
  assert.equal(
    cited('| A          | B |\n|------------|---|\n| x│ | y |\n'),
    '| A          | B |\n|------------|---|\n| x [@k]│ | y |\n',
  );
  assert.equal(
    cited('===  ===\nA    B\n===  ===\nx│    y\n===  ===\n', 'rst'),
    '===============  ===\nA                B\n===============  ===\nx :cite:p:`k`│    y\n===============  ===\n',
  );
  assert.equal(cited('Ti│tle\n=====\n', 'rst'), 'Title :cite:p:`k`│\n=================\n');
});

test('where nothing can be cited, the nearest place takes the citation', () => {
  assert.equal(cited('One.\n\n```\nco│de\n```\n\nTwo.\n'), 'One.\n\n```\ncode\n```\n\n[@k]│\n\nTwo.\n');
  assert.equal(cited('---\nformat: ht│ml\n---\n\nTwo.\n'), '---\nformat: html\n---\n\n[@k]│\n\nTwo.\n');
  assert.equal(cited('+++\ntitle = "x│"\n+++\n\nTwo.\n'), '+++\ntitle = "x"\n+++\n\n[@k]│\n\nTwo.\n');
  assert.equal(
    cited('\\begin{verbatim}\nra│w\n\\end{verbatim}\n\nTwo.\n', 'latex'),
    '\\begin{verbatim}\nraw\n\\end{verbatim}\n\n\\cite{k}│\n\nTwo.\n',
  );
  assert.equal(
    cited('.. figure:: a.png\n   :width: 5│0%\n\nTwo.\n', 'rst'),
    '.. figure:: a.png\n   :width: 50%\n\n:cite:p:`k`│\n\nTwo.\n',
  );
  assert.equal(cited('(tar│get)=\n\nTwo.\n', 'markdown', 'myst'), '(target)=\n\n{cite:p}`k`│\n\nTwo.\n');
  assert.equal(cited('See {re│f}`x`.\n', 'markdown', 'myst'), 'See {ref}`x` {cite:p}`k`│.\n');
});

test('behind the end of a document is none of it', () => {
  assert.equal(
    cited('\\documentclass{article}\n\\begin{document}\n\\end{document}\nno│t read\n', 'latex'),
    '\\documentclass{article}\n\\begin{document} \\cite{k}│\n\\end{document}\nnot read\n',
  );
});

test('below a directive with any number of options one cites in time', () =>
  assertLinear(72_000, length =>
    cited(`.. table::\n${'   :a: b\n'.repeat(length / 9)}\nText│ here.\n`, 'rst'),
  ));
