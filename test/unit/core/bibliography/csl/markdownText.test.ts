import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdownTags } from '../../../../../src/core/bibliography/csl/markdownText';
import { writtenMarkdown } from '../../../../../src/core/bibliography/csl/writtenMarkdown';

test('TeX in the Markdown of a CSL YAML text is read as what it sets', () => {
  const texts: readonly (readonly [written: string, read: string])[] = [
    ['The \\LaTeX Companion', 'The LaTeX Companion'],
    ['On \\emph{E. coli} and \\textbf{\\textit{x}}', 'On <i>E. coli</i> and <b><i>x</i></b>'],
    ['$\\alpha$-decay of $x_1$', 'α-decay of x<sub>1</sub>'],
    ['Of \\alpha', 'Of α'],
    // Escaped signs, prices, and what does not close.
    ['C:\\\\temp \\& \\$x\\$', 'C:\\temp & $x$'],
    ['From $5 to $6', 'From $5 to $6'],
    ['A \\emph{b', 'A {b'],
  ];
  for (const [written, read] of texts) assert.equal(markdownTags(written), read, written);
});

test('what is written is read as it was, whatever looks like TeX in it', () => {
  for (const text of [
    'A \\LaTeX story',
    '$\\alpha$ costs $5',
    'C:\\temp\\',
    '\\emph{x} {y}',
    '\\$',
    'a \\\\ b',
  ])
    assert.equal(markdownTags(writtenMarkdown(text)), text, text);
});
