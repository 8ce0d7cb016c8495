import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Language } from '../../src/core/citing/citation';
import { insertCitation } from '../../src/core/citing/edit/insertCitation';
import { readCitations } from '../../src/core/citing/readCitations';
import { applyEdits } from '../../src/core/model/textEdit';
import { latexDocuments } from '../unit/core/citing/edit/documents/latex';
import { markdownDocuments } from '../unit/core/citing/edit/documents/markdown';
import { typstDocuments } from '../unit/core/citing/edit/documents/typst';
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

/** What is made of one document, everything that is different. */
function insertedInto(text: string, language: Language, every: number): string[] {
  const made = new Set<string>();
  for (let offset = 0; offset <= text.length; offset += every)
    made.add(applyEdits(text, insertCitation(text, offset, ['newkey'], language).edits));
  return [...made];
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

/** A line for each document: what a reader of ours in Pandoc (Lua) says of it. */
function eachByPandoc(context: TestContext, reader: string, documents: readonly string[]): string[] {
  const folder = folderWith(context, { 'all.txt': documents.join('\n\u0001\n') });
  const { stdout, stderr } = spawnSync('pandoc', ['-L', path.resolve(reader), '-t', 'json'], {
    env: { ...process.env, DOCUMENTS: path.join(folder, 'all.txt') },
    input: '',
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const lines = stdout.slice(0, -1).split('\n');
  assert.equal(lines.length, documents.length, stderr);
  return lines;
}

test('Pandoc reads a citation inserted anywhere in real paragraphs, and those that were there', context => {
  if (!hasPrograms(context, 'pandoc')) return;
  const made = inserted('markdown');
  const lines = eachByPandoc(context, 'test/agreement/pandocCitations.lua', made);
  for (const [index, line] of lines.entries()) {
    const expected = readCitations(made[index]!, 'markdown').citations.flatMap(citation => citation.keys);
    assert.match(line, /\bnewkey\b/, made[index]);
    for (const { key } of expected) assert.ok(line.includes(key), `${key} in ${made[index]}`);
  }
});

test('Pandoc reads the blocks of a document as before, wherever one cites in it', context => {
  if (!hasPrograms(context, 'pandoc')) return;
  for (const { name, text, dialect } of markdownDocuments) {
    // Of captions in code, of directives and of roles Pandoc knows nothing.
    if (dialect) continue;
    const made = insertedInto(text, 'markdown', 5);
    const [before, ...lines] = eachByPandoc(
      context,
      'test/roundtrip/structure.lua',
      [text, ...made].map(asPandoc),
    );
    for (const [index, line] of lines.entries())
      assert.equal(line, before!.replace(/^0/, '1'), `${name}: ${made[index]}`);
  }
});

/** Pandoc has made blanks of tabs, and `\n` of line ends, before its reader gets a document. */
function asPandoc(text: string): string {
  const blanks = (line: string) => {
    let expanded = '';
    for (const character of line)
      expanded += character === '\t' ? ' '.repeat(4 - ([...expanded].length % 4)) : character;
    return expanded;
  };
  return text.replaceAll('\r\n', '\n').split('\n').map(blanks).join('\n');
}

test('LaTeX sets a citation inserted anywhere in real paragraphs', context => {
  if (!hasPrograms(context, 'pdflatex', 'bibtex')) return;
  const bodies = latexDocuments.filter(
    ({ text }) => !/\\documentclass|\\Sexpr|\\newcommand|[^\0-\x7f]/.test(text),
  );
  const made = [...inserted('latex'), ...bodies.flatMap(({ text }) => insertedInto(text, 'latex', 5))];
  const folder = folderWithPicture(context, {
    'a.bib': bibliography,
    'a.tex': `\\documentclass{article}
\\usepackage[T1]{fontenc}
\\usepackage{natbib,xcolor,graphicx,hyperref,amsmath,listings,comment}
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
  // Packages are on the web.
  const others = typstDocuments.map(({ text }) => text.replace(/#import "@preview.*\n/, ''));
  const made = [
    ...inserted('typst'),
    ...others
      .flatMap(text => insertedInto(text, 'typst', 5))
      .map((text, index) => `#[\n${text.replaceAll(/(?<=[<@])sec\b/g, `sec${index}`)}\n]`),
  ];
  const folder = folderWithPicture(context, {
    'a.bib': bibliography,
    'a.typ': `#set heading(numbering: "1.")\n${made.join('\n\n#pagebreak()\n')}\n#bibliography("a.bib")\n`,
  });
  assert.equal(typstErrors(folder, 'a.typ').slice(0, 3000), '');
});

function folderWithPicture(context: TestContext, files: Record<string, string>): string {
  const folder = folderWith(context, files);
  fs.writeFileSync(path.join(folder, 'foo.png'), Buffer.from(picture, 'base64'));
  return folder;
}
