import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Language } from '../../../../src/core/citing/citation';
import { declareBibliography } from '../../../../src/core/citing/edit/declareBibliography';
import type { LatexVocabulary } from '../../../../src/core/citing/latex/latexDocument';
import { readLatex } from '../../../../src/core/citing/latex/readLatex';
import { applyEdits } from '../../../../src/core/model/textEdit';

const declared = (language: Language, text: string, path = 'references.bib') => {
  const edits = declareBibliography(text, language, path);
  return edits && applyEdits(text, edits);
};

const pandoc = spawnSync('pandoc', ['--version']).status === 0;

/** What Pandoc says the document's bibliographies are. */
function bibliographiesByPandoc(markdown: string): string[] {
  const run = spawnSync('pandoc', ['-f', 'markdown', '-t', 'json'], { input: markdown, encoding: 'utf8' });
  const value = JSON.parse(run.stdout).meta.bibliography;
  const text = (node: { t: string; c: unknown }): string =>
    node.t === 'MetaString'
      ? String(node.c)
      : (node.c as { t: string; c: string }[]).map(part => (part.t === 'Space' ? ' ' : part.c)).join('');
  return value === undefined ? [] : value.t === 'MetaList' ? value.c.map(text) : [text(value)];
}

const markdown: readonly [before: string, after: string, paths: readonly string[]][] = [
  // Of several blocks the last one that has the field counts.
  [
    '---\ntitle: A\n---\n\nText\n\n---\nbibliography: a.bib\n---\n\nMore\n',
    '---\ntitle: A\n---\n\nText\n\n---\nbibliography: [a.bib, references.bib]\n---\n\nMore\n',
    ['a.bib', 'references.bib'],
  ],
  [
    '---\nbibliography: a.bib\n---\n\n```\n---\nbibliography: b.bib\n---\n```\n',
    '---\nbibliography: [a.bib, references.bib]\n---\n\n```\n---\nbibliography: b.bib\n---\n```\n',
    ['a.bib', 'references.bib'],
  ],
  [
    'Text\n\n---\ntitle: A\n---\n',
    '---\nbibliography: references.bib\n---\n\nText\n\n---\ntitle: A\n---\n',
    ['references.bib'],
  ],
  ['', '---\nbibliography: references.bib\n---\n', ['references.bib']],
  ['# Title\n', '---\nbibliography: references.bib\n---\n\n# Title\n', ['references.bib']],
  [
    '---\ntitle: A\n---\n\nText',
    '---\ntitle: A\nbibliography: references.bib\n---\n\nText',
    ['references.bib'],
  ],
  ['---\ntitle: A\n...\nText', '---\ntitle: A\nbibliography: references.bib\n...\nText', ['references.bib']],
  [
    '---\nbibliography: a.bib\ntitle: A\n---\n',
    '---\nbibliography: [a.bib, references.bib]\ntitle: A\n---\n',
    ['a.bib', 'references.bib'],
  ],
  [
    '---\nbibliography: "my refs.bib" # mine\n---\n',
    '---\nbibliography: ["my refs.bib", references.bib] # mine\n---\n',
    ['my refs.bib', 'references.bib'],
  ],
  [
    '---\nbibliography: [a.bib, b.bib]\n---\n',
    '---\nbibliography: [a.bib, b.bib, references.bib]\n---\n',
    ['a.bib', 'b.bib', 'references.bib'],
  ],
  ['---\nbibliography: []\n---\n', '---\nbibliography: [references.bib]\n---\n', ['references.bib']],
  [
    '---\nbibliography:\ntitle: A\n---\n',
    '---\nbibliography: references.bib\ntitle: A\n---\n',
    ['references.bib'],
  ],
  [
    '---\nbibliography:\n  - a.bib\n  - b.bib # second\ntitle: A\n---\n',
    '---\nbibliography:\n  - a.bib\n  - b.bib # second\n  - references.bib\ntitle: A\n---\n',
    ['a.bib', 'b.bib', 'references.bib'],
  ],
  [
    '---\nbibliography:\n- a.bib\n---\n',
    '---\nbibliography:\n- a.bib\n- references.bib\n---\n',
    ['a.bib', 'references.bib'],
  ],
  ['---\n{title: A}\n---\n', '---\n{title: A, bibliography: references.bib}\n---\n', ['references.bib']],
  [
    '% Title\n% Author\n\nText\n',
    '% Title\n% Author\n\n---\nbibliography: references.bib\n---\n\nText\n',
    ['references.bib'],
  ],
  [
    '---\n\nA rule above\n',
    '---\nbibliography: references.bib\n---\n\n---\n\nA rule above\n',
    ['references.bib'],
  ],
];

for (const [before, after, paths] of markdown)
  test(`Markdown: ${JSON.stringify(before)}`, () => {
    assert.equal(declared('markdown', before), after);
    if (pandoc) assert.deepEqual(bibliographiesByPandoc(after), paths);
  });

test('Markdown: a map of several lists gets one more, and its front matter stays whole', () => {
  assert.equal(
    declared('markdown', '---\nbibliography:\n  main: a.bib\n  software: b.bib\ntitle: A\n---\n'),
    '---\nbibliography:\n  main: a.bib\n  software: b.bib\n  references: references.bib\ntitle: A\n---\n',
  );
  assert.equal(
    declared('markdown', '---\nbibliography:\n  main: a.bib\n---\n'),
    '---\nbibliography:\n  main: a.bib\n  references: references.bib\n---\n',
  );
  assert.equal(
    declared('markdown', '---\nbibliography: {main: a.bib, references: b.bib}\n---\n'),
    '---\nbibliography: {main: a.bib, references: b.bib, references2: references.bib}\n---\n',
  );
});

test('Markdown: code of R is joined by R, inline code keeps its quotes, and what is not the document’s is left', () => {
  const value = (written: string, definitions = '') => {
    const after = declared('markdown', `---\n${definitions}bibliography: ${written}\ntitle: A\n---\n`);
    return after && /bibliography: ([\s\S]*?)\ntitle/.exec(after)?.[1];
  };
  assert.equal(value('!expr f'), '!expr c(f, "references.bib")');
  assert.equal(value('!expr here::here("a.bib")'), '!expr c(here::here("a.bib"), "references.bib")');
  assert.equal(value(`!expr 'paste0("a", ".bib")'`), `!expr 'c(paste0("a", ".bib"), "references.bib")'`);
  assert.equal(value('"`r f(1)`"'), '["`r f(1)`", references.bib]');
  assert.equal(value(`'\`r f("x")\`'`), `['\`r f("x")\`', references.bib]`);
  assert.equal(value('>\n  a.bib'), '["a.bib", references.bib]');
  assert.equal(value('*refs', 'shared: &refs [a.bib]\n'), undefined);
  assert.equal(value('!custom f'), undefined);
});

test('Markdown keeps CRLF and a BOM', () => {
  assert.equal(
    declared('markdown', '\uFEFF---\r\ntitle: A\r\n---\r\n'),
    '\uFEFF---\r\ntitle: A\r\nbibliography: references.bib\r\n---\r\n',
  );
  assert.equal(
    declared('markdown', '\uFEFFText\r\n'),
    '\uFEFF---\r\nbibliography: references.bib\r\n---\r\n\r\nText\r\n',
  );
});

test('a path that YAML would misread is quoted', () => {
  assert.equal(declared('markdown', '', 'my refs, 2.bib'), '---\nbibliography: "my refs, 2.bib"\n---\n');
});

test('whatever the front matter, Pandoc finds the path declared, and those declared before', {
  skip: !pandoc,
}, () => {
  const name = fc.stringMatching(/^[a-z]{1,5}( [a-z]{1,3})?\.bib$/);
  const written = (names: string[]) =>
    fc.constantFrom(
      names.length === 1 ? `bibliography: ${names[0]}\n` : `bibliography: [${names.join(', ')}]\n`,
      `bibliography: [${names.map(one => `'${one}'`).join(',')}]\n`,
      `bibliography:\n${names.map(one => `    - ${one}\n`).join('')}`,
      `bibliography:\n${names.map(one => `- "${one}"\n`).join('')}`,
    );
  const documents = fc
    .array(name, { minLength: 1, maxLength: 3 })
    .chain(names => fc.tuple(fc.constant(names), written(names), fc.boolean(), fc.boolean()));
  fc.assert(
    fc.property(documents, name, ([names, line, first, crlf], added) => {
      const text = `---\n${first ? line : ''}title: A title\n${first ? '' : line}---\n\nText.\n`;
      const after = declared('markdown', crlf ? text.replaceAll('\n', '\r\n') : text, added);
      assert.deepEqual(bibliographiesByPandoc(after!), [...names, added]);
    }),
    { numRuns: 25 },
  );
});

const latex = (preamble: string, body: string) =>
  `\\documentclass{article}\n${preamble}\\begin{document}\n${body}\\end{document}\n`;

test('LaTeX: style and bibliography before the end of the document', () => {
  assert.equal(
    declared('latex', latex('', 'Text.\n')),
    latex('', 'Text.\n\\bibliographystyle{plain}\n\\bibliography{references}\n'),
  );
  assert.equal(
    declared('latex', latex('\\usepackage{amsmath,natbib}\n', 'Text.\n')),
    latex(
      '\\usepackage{amsmath,natbib}\n',
      'Text.\n\\bibliographystyle{plainnat}\n\\bibliography{references}\n',
    ),
  );
  assert.equal(
    declared('latex', latex('', 'Text.\\bibliographystyle{abbrv}\n')),
    latex('', 'Text.\\bibliographystyle{abbrv}\n\\bibliography{references}\n'),
  );
});

test('LaTeX: an existing list of bibliographies grows, a commented one does not count', () => {
  assert.equal(
    declared('latex', latex('', '%\\bibliography{old}\n\\bibliography{a, b}\n')),
    latex('', '%\\bibliography{old}\n\\bibliography{a, b,references}\n'),
  );
});

test('biblatex: the resource after those there are, and something that prints', () => {
  const loaded = '\\usepackage[style=apa]{biblatex}\n';
  assert.equal(
    declared('latex', latex(loaded, 'Text.\n')),
    latex(`${loaded}\\addbibresource{references.bib}\n`, 'Text.\n\\printbibliography\n'),
  );
  assert.equal(
    declared('latex', latex(`${loaded}\\addbibresource[glob]{a.bib}\n`, '\\printbibliography[title=x]\n')),
    latex(
      `${loaded}\\addbibresource[glob]{a.bib}\n\\addbibresource{references.bib}\n`,
      '\\printbibliography[title=x]\n',
    ),
  );
});

const vocabulary = (packages: string[], usedCommands: string[] = []): LatexVocabulary => ({
  ...readLatex('').vocabulary,
  packages: new Map(packages.map(name => [name, ''])),
  usedCommands: new Set(usedCommands),
});

test('LaTeX: what the other files of the project load and print counts', () => {
  const inProject = (preamble: string, body: string, others: LatexVocabulary) => {
    const text = latex(preamble, body);
    const edits = declareBibliography(text, 'latex', 'references.bib', others);
    return edits && applyEdits(text, edits);
  };
  const preamble = '\\input{preamble}\n';
  assert.equal(
    inProject(preamble, 'Text.\n', vocabulary(['biblatex'])),
    latex(`${preamble}\\addbibresource{references.bib}\n`, 'Text.\n\\printbibliography\n'),
  );
  assert.equal(
    inProject(preamble, '\\input{end}\n', vocabulary(['biblatex'], ['printbibliography'])),
    latex(`${preamble}\\addbibresource{references.bib}\n`, '\\input{end}\n'),
  );
  assert.equal(
    inProject(preamble, 'Text.\n', vocabulary(['natbib'])),
    latex(preamble, 'Text.\n\\bibliographystyle{plainnat}\n\\bibliography{references}\n'),
  );
  assert.equal(inProject('', '\\input{end}\n', vocabulary([], ['bibliography'])), undefined);
});

test('LaTeX: the file that has the list takes one more, a chapter of subfiles takes none', () => {
  assert.equal(declared('latex', '\\bibliography{a}\n'), '\\bibliography{a,references}\n');
  assert.equal(
    declared('latex', '\\usepackage{biblatex}\n\\addbibresource{a.bib}\n'),
    '\\usepackage{biblatex}\n\\addbibresource{a.bib}\n\\addbibresource{references.bib}\n',
  );
  assert.equal(
    declared('latex', '\\documentclass[../main.tex]{subfiles}\n\\begin{document}\nText.\n\\end{document}\n'),
    undefined,
  );
});

test('LaTeX: a chapter, or references written by hand, are not the place', () => {
  assert.equal(declared('latex', '\\chapter{One}\nText.\n'), undefined);
  assert.equal(
    declared('latex', latex('', '\\begin{thebibliography}{9}\\end{thebibliography}\n')),
    undefined,
  );
});

test('Typst: one path becomes several; without any, the call comes last', () => {
  assert.equal(declared('typst', '= A\n'), '= A\n\n#bibliography("references.bib")\n');
  assert.equal(
    declared('typst', '#bibliography("a.bib", style: "apa")\n'),
    '#bibliography(("a.bib", "references.bib"), style: "apa")\n',
  );
  assert.equal(
    declared('typst', '#bibliography(("a.bib", "b.yml"))\n'),
    '#bibliography(("a.bib", "b.yml", "references.bib"))\n',
  );
});

test('Typst: a call wherever it stands grows, a rule is none, and code is left alone', () => {
  const both = '("a.bib", "references.bib")';
  assert.equal(
    declared('typst', '#show: conf.with(bib: bibliography("a.bib"))\nText\n'),
    `#show: conf.with(bib: bibliography(${both}))\nText\n`,
  );
  assert.equal(
    declared('typst', 'Text\n#pagebreak()#bibliography("a.bib", style: "apa")\n'),
    `Text\n#pagebreak()#bibliography(${both}, style: "apa")\n`,
  );
  assert.equal(
    declared('typst', '#[ #set heading(numbering: none)\n  #bibliography(("a.bib",))\n]\n'),
    '#[ #set heading(numbering: none)\n  #bibliography(("a.bib", "references.bib",))\n]\n',
  );
  assert.equal(
    declared('typst', '#bibliography(title: "A", "a.bib")\n'),
    `#bibliography(title: "A", ${both})\n`,
  );
  assert.equal(declared('typst', '#bibliography()\n'), '#bibliography("references.bib")\n');
  assert.equal(declared('typst', '#bibliography(())\n'), '#bibliography(("references.bib",))\n');
  assert.equal(
    declared('typst', '#set bibliography(style: "apa")\nText\n'),
    '#set bibliography(style: "apa")\nText\n\n#bibliography("references.bib")\n',
  );
  assert.equal(
    declared('typst', '// #bibliography("old.bib")\nText\n'),
    '// #bibliography("old.bib")\nText\n\n#bibliography("references.bib")\n',
  );
  assert.equal(declared('typst', '#bibliography(refs)\n'), undefined);
  assert.equal(declared('typst', '#bibliography(..sources)\n'), undefined);
});

test('any text gets its edits, and keeps its own characters', () => {
  const languages = fc.constantFrom<Language>('markdown', 'latex', 'typst');
  const text = fc
    .array(
      fc.constantFrom(
        '---',
        '\n',
        '\r\n',
        'bibliography:',
        ' a.bib',
        '[',
        ']',
        '- ',
        '% t',
        '\\end{document}',
        '\\documentclass',
        '\\bibliography{',
        '}',
        'x',
        '"',
        '#bibliography(',
        '(',
        ')',
        '\uFEFF',
      ),
    )
    .map(parts => parts.join(''));
  fc.assert(
    fc.property(languages, text, (language, before) => {
      const edits = declareBibliography(before, language, 'references.bib');
      for (const { start, end, text: added } of edits ?? []) {
        assert.ok(0 <= start && start <= end && end <= before.length);
        const kept = before.slice(start, end).replace(/[\s"'[\],]/g, '');
        assert.ok(
          added.replace(/[\s"'[\],\\]/g, '').includes(kept.replaceAll('\\', '')),
          JSON.stringify({ before, edits }),
        );
      }
    }),
    { numRuns: 500 },
  );
});

test('Markdown: a field that names nothing takes the path; Typst: a template that is given a file gets no second list', () => {
  for (const nothing of ['~', 'null', '""'])
    assert.equal(
      declared('markdown', `---\nbibliography: ${nothing}\ntitle: A\n---\n`),
      '---\nbibliography: references.bib\ntitle: A\n---\n',
    );
  assert.equal(declared('typst', '#show: thesis.with(refs: "refs.bib")\n'), undefined);
});
