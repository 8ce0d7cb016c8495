import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  BlockReader,
  type BlockVisitor,
} from '../../../../../../src/core/citing/markdown/blocks/blockReader';
import { DocumentReader } from '../../../../../../src/core/citing/markdown/blocks/documentReader';
import { type Line, linesOf } from '../../../../../../src/core/citing/markdown/blocks/lines';
import { InlineRun } from '../../../../../../src/core/citing/markdown/inline/inlineRun';

/** What a document consists of, as its reader tells it. */
function visited(document: string, read: (visitor: BlockVisitor) => void): string[] {
  const told: string[] = [];
  const textOf = (lines: readonly Line[]) => {
    const run = new InlineRun(document, lines);
    return lines.length ? `${run.offset(0)} ${run.text}` : '';
  };
  read({
    text: lines => lines.length && told.push(`text ${textOf(lines)}`),
    note: (label, lines) => told.push(`note ${label} ${textOf(lines)}`),
    example: label => told.push(`example ${label}`),
    metadata: lines => told.push(`metadata ${textOf(lines)}`),
    code: (start, end) => told.push(`code ${start} ${document.slice(start, end)}`),
    mayHold: () => true,
  });
  return told;
}

/** Beginnings, middles and ends of lines, of every kind of block. */
const pieces =
  'a word|It says|**bold|_it_|*|**|-|---|- a|+|+---+|1.|2020|12)|iv. b|B. c|(3) d|(@e)|# h|#|####### h|=|===|`x`|```|```{r}|```` r|~~~|~~~a|:|::: n|:::|:   d|~ d|<div>|</div>|<p>|<!--|-->|<pre>|</pre>|<b|\\begin{x}|\\end{x}|\\y|$|$$|"q"|\'s|>|> q|||| a | b|[a]: u|[^1]: n|[^1]|...|title: |  |    |\t|é|任|@k|.|)|%|!|&'
    .split(/\|(?!\||$| )/)
    .concat('|', '| l');

const documents = fc
  .array(fc.oneof(fc.constantFrom('\n', '\n', '\n\n', ' '), fc.constantFrom(...pieces)), { maxLength: 40 })
  .map(parts => parts.join(''));

test('the document read at a glance is the document read line by line', () => {
  fc.assert(
    fc.property(documents, document => {
      const quickly = visited(document, visitor => new DocumentReader(document, visitor).read());
      const byLines = visited(document, visitor =>
        new BlockReader(document, visitor).read(linesOf(document)),
      );
      assert.deepEqual(quickly, byLines);
    }),
    { numRuns: 3000 },
  );
});
