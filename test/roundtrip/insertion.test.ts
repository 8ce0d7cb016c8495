import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Language } from '../../src/core/citing/citation';
import { insertCitation } from '../../src/core/citing/edit/insertCitation';
import { readCitations } from '../../src/core/citing/readCitations';
import { applyEdits } from '../../src/core/model/textEdit';
import { paragraphs } from '../unit/core/citing/place/paragraphs';
import { folderWith, hasPrograms, run, typstErrors } from './programs';

/** Every so manyeth position of each paragraph: the programs take their time. */
const stride = 3;

function inserted(language: Language): string[] {
  return paragraphs[language].flatMap(({ text, skipped }) => {
    const made: string[] = [];
    for (let offset = 0; offset <= text.length; offset += stride)
      if (!skipped?.test(text.slice(0, offset)))
        made.push(applyEdits(text, insertCitation(text, offset, ['newkey'], language).edits));
    return made;
  });
}

const keys = [
  ...new Set(
    Object.entries(paragraphs).flatMap(([language, texts]) =>
      texts.flatMap(({ text }) =>
        readCitations(text, language as Language).citations.flatMap(citation =>
          citation.keys.map(({ key }) => key),
        ),
      ),
    ),
  ),
  'newkey',
];
const bibliography = keys
  .map(key => `@book{${key}, author={A. Author}, title={T ${key}}, publisher={P}, year={2020}}`)
  .join('\n');
/** One white pixel. */
const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVQI12P4//8/AAX+Av7czFnnAAAAAElFTkSuQmCC';

test('Pandoc reads a citation inserted anywhere in real paragraphs, and those that were there', context => {
  if (!hasPrograms(context, 'pandoc')) return;
  const made = inserted('markdown');
  const folder = folderWith(context, { 'all.txt': made.join('\n\u0001\n') });
  const { stdout, stderr } = spawnSync(
    'pandoc',
    ['-L', path.resolve('test/agreement/pandocCitations.lua'), '-t', 'json'],
    {
      env: { ...process.env, DOCUMENTS: path.join(folder, 'all.txt') },
      input: '',
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  const lines = stdout.slice(0, -1).split('\n');
  assert.equal(lines.length, made.length, stderr);
  for (const [index, line] of lines.entries()) {
    const expected = readCitations(made[index]!, 'markdown').citations.flatMap(citation => citation.keys);
    assert.match(line, /\bnewkey\b/, made[index]);
    for (const { key } of expected) assert.ok(line.includes(key), `${key} in ${made[index]}`);
  }
});

test('LaTeX sets a citation inserted anywhere in real paragraphs', context => {
  if (!hasPrograms(context, 'pdflatex', 'bibtex')) return;
  const made = inserted('latex');
  const folder = folderWithPicture(context, {
    'a.bib': bibliography,
    'a.tex': `\\documentclass{article}
\\usepackage[T1]{fontenc}
\\usepackage{natbib,xcolor,graphicx,hyperref}
\\newcommand{\\gls}[1]{#1}\\newcommand{\\enquote}[1]{#1}
\\extrafloats{1000}\\maxdeadcycles=1000
\\begin{document}
${made.join('\n\n\\clearpage\n')}
\\bibliographystyle{plainnat}
\\bibliography{a}
\\end{document}
`,
  });
  const latex = () =>
    run(folder, 'pdflatex', '-interaction=nonstopmode', '-halt-on-error', '-draftmode', 'a.tex');
  const { status, output } = latex();
  assert.equal(status, 0, /^!(?:.*\n){1,8}/m.exec(output)?.[0] ?? output.slice(-800));
  const cited = fs.readFileSync(path.join(folder, 'a.aux'), 'latin1').match(/\\citation\{[^}]*\bnewkey\b/g);
  assert.ok(cited && cited.length >= made.length, `${cited?.length} of ${made.length}`);
  const bibtex = run(folder, 'bibtex', 'a');
  assert.doesNotMatch(bibtex.output, /Warning--|error/i);
});

test('Typst sets a citation inserted anywhere in real paragraphs', context => {
  const made = inserted('typst');
  const folder = folderWithPicture(context, {
    'a.bib': bibliography,
    'a.typ': `${made.join('\n\n#pagebreak()\n')}\n#bibliography("a.bib")\n`,
  });
  assert.equal(typstErrors(folder, 'a.typ').slice(0, 3000), '');
});

function folderWithPicture(context: TestContext, files: Record<string, string>): string {
  const folder = folderWith(context, files);
  fs.writeFileSync(path.join(folder, 'foo.png'), Buffer.from(picture, 'base64'));
  return folder;
}
