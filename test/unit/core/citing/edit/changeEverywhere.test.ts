import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language, MarkdownDialect } from '../../../../../src/core/citing/citation';
import { invalidKeyReason } from '../../../../../src/core/citing/citationKeySyntax';
import {
  commandsThatCannotCite,
  removeKey,
  renameKey,
} from '../../../../../src/core/citing/edit/changeCitation';
import { readCitations } from '../../../../../src/core/citing/readCitations';
import { applyEdits } from '../../../../../src/core/model/textEdit';

/** Citations at odd places: with line breaks, comments and tabs, in notes, tables, captions, metadata and code, several times the same key. */
const documents: Readonly<Record<Language, readonly (readonly [text: string, dialect?: MarkdownDialect])[]>> =
  {
    markdown: [
      ['See [@a; @b; @a, p. 3].\n'],
      ['[see @a, pp. 3-5 and *more*; also\n@b; -@c]\n'],
      ['[@a;\n  @b;\n  @c]\n'],
      ['@a [p. 3; @b] and @a, @{x y}, @{a}.\n'],
      ['^[Note @a; see [@b; @a]] and[^1].\n\n[^1]: @a says [@b].\n'],
      ['| A | B |\n|---|---|\n| [@a] | [@b; @a] |\n'],
      ['+-----+-------------+\n| x   | [@a; @b]    |\n+-----+-------------+\n'],
      ['---\ntitle: "By @a"\nnocite: "@a, @b"\nreferences:\n- id: a\n  title: T\n---\n\n[@a]\n'],
      ['---\nnocite: |\n  @a, @b,\n  @c\n---\n'],
      ['*[@a]* **@a** ~~[@a; @b]~~ "@a" (@a) ([@a])\n'],
      ['[text [@a; @b]](http://x.org) ![cap @a](f.png)\n'],
      ['- [@a]\n- @a\n\n> [@a;\n> @b]\n'],
      ['One\t[@a;\t@b]\r\nTwo @a.\r\n'],
      ['\ufeff[@a] 𝒙 [@𝒙y; @a]'],
      ['[@a_b:c.d; @a/b; @a+b] @a:1. @a.b.\n'],
      ['[@{https://x.org/a?b=c}; @a]\n'],
      ['日本語[@a;@b]。@a。\n'],
      ['Only [@a].'],
      ['[@a]'],
      ['@a'],
      ['A word [@a] word. A word [@a], word ([@a]).\n'],
      ['# Title [@a]\n\nTitle @a\n=====\n'],
      ['\\citep{a} \\cite[see][p. 3]{a,b} [@a]\n'],
      ['```{=latex}\n\\cite{a,b}\n```\n\n@a\n'],
      ['[@a, [p. 3; 4]; @b]\n'],
      ['[@a {p. 3}, x; @b {ch. 2}]\n'],
      ['[see -@a, 33; -@b]\n'],
      ['[*see* @a, **p. 3**; `x` @b]\n'],
      ['[@a; @b] [@a; @b] [@b; @a]\n'],
      ['<span>[@a]</span> <b>@a</b>\n'],
      ['$x$@a $y [@a]$ `[@a]` [@a]\n'],
      ['Term @a\n:   [@a; @b]\n'],
      ['See {cite:p}`a,b` and {cite:t}`a`.\n\n:::{note} Title {cite}`a`\nx {cite}`b`\n:::\n', 'myst'],
      ['See [@a; @b] and {cite:p}`{see}a{p. 3},b`.\n', 'mystmd'],
      ['```{r}\n#| fig-cap: "After @a."\nplot()\n```\n\n@fig-x [@a]\n', 'quarto'],
    ],
    latex: [
      ['\\cite{a,b,a}\n'],
      ['\\cite{a,% first\n  b, % second\n  c% third\n}\n'],
      ['\\cite{%\n a,\n b}\n'],
      ['\\citep[see][p.~3]{a, b} \\citet*{a} \\Citet{a}\n'],
      ['\\cite[see \\cite{a}]{b,a}\n'],
      ['Text\\footnote{See \\cite{a,b}.} \\caption[Short \\cite{a}]{Long \\cite{a}}\n'],
      ['\\begin{tabular}{l}\n\\cite{a} & \\cite{b,a}\\\\\n\\end{tabular}\n'],
      [
        '\\usepackage{biblatex}\n\\cites[p. 3]{a}[see][4]{b}{a} \\parencites(x)(y){a}{b} \\textcites{a}[5]{b,c}\n',
      ],
      ['\\newcommand{\\bookcite}[1]{\\cite{book:#1}}\n\\bookcite{a} \\cite{book:a,b}\n'],
      ['\\newcommand{\\see}[2]{see \\cite{#1} (#2)}\n\\see{a}{x} \\see{b,a}{y}\n'],
      ['\\nocite{a,b} \\nocite{*} \\fullcite{a} \\footcite[3]{a} \\autocite{a}\n'],
      [
        '\\begin{thebibliography}{9}\n\\bibitem{a} A\n\\bibitem[B]{b} B\n\\end{thebibliography}\n\\cite{a,b}\n',
      ],
      ['% \\cite{a}\n\\cite{a} \\verb|\\cite{a}|\n'],
      ['\\cite{a:b.c-d,a}\n\\cite{DBLP:a/b,a+b}\n'],
      ['\\cite{ a , b }~\\cite{a}\r\n\\cite{b,\r\n  a}\r\n'],
      ['Word~\\cite{a}. Word \\cite{a}, word (\\cite{a}) \\cite{a}'],
      ['\\section{On \\cite{a}}\\label{s}\n'],
      ['\\textcquote[3]{a}{q} \\blockcquote{a,b}{q}\n'],
      ['\\usepackage{acro}\n\\DeclareAcronym{ml}{short=ML, cite={a,b}}\n'],
      ['\\defbibentryset{s}{a,b}\\cite{s,a}\n'],
      ['\\cite{a}\\cite{b}\\cite{a}\n'],
      ['\\cite{é,a} 𝒙 \\cite{a}\n'],
      ['\\citealp{a}; \\citeauthor{a} (\\citeyear{a})\n'],
      ['\\cite{a,,b}\n\\cite{,a}\n\\cite{a,}\n'],
      ['\\cite{\n  a,\n\n  b}\n'],
    ],
    typst: [
      ['@a @b[p. 3] @a.\n'],
      [
        '#quote(attribution: label("a b"))[x] #quote(block: true, attribution: <a>)[y] #quote(attribution: [@a])[z]\n',
      ],
      ['#cite(<a>) #cite(<a>, form: "prose") #cite(label("a b/c"), supplement: [p. 3]) @a\n'],
      ['#footnote[See @a[p. 3] @b.] #figure(caption: [By @a], image("x"))\n'],
      ['#table([@a], [@b @a])\n'],
      ['#let f(x) = [@a #x]\n#f[@a]\n'],
      ['*@a* _@a_ (@a) "@a" @a: @a, [@a]\n'],
      ['= T @a\n- @a\n+ @b @a\n/ @a: @b\n'],
      ['`@a` // @a\n/* @a */ @a\n$ @a $\n'],
      ['@a_b @a-b @a:b @a.b @a\n'],
      ['日本語 @a 。𝒙@a\r\n@b @a\r\n'],
      ['#cite(\n  <a>,\n  form: "year",\n)\n'],
      ['@a'],
      ['#{ cite(<a>) } #{ [@a] }\n'],
      ['#quote(attribution: <a>)[x @a]\n'],
      ['@a[see [x] p. 3] @b\n'],
      ['#bibliography("a.bib")\n@a@b\n'],
    ],
    rst: [
      [':cite:`a` :cite:p:`a,b` :cite:t:`{see}a{p. 3}, b ,a`\n'],
      ['- :cite:`a`\n\n.. note:: :cite:`a,b`\n\n   :cite:`b`\n'],
      ['+----------+\n| :cite:`a`|\n+----------+\n'],
      ['.. [1] See :cite:`a,\n   b`.\n'],
      [':footcite:p:`a` (:cite:`a`) ":cite:`a`". :cite:`a`\n'],
      ['``:cite:`a``` :cite:`a:b/c.d`, :cite:`a`.\r\n'],
      [':cite:`a`'],
    ],
  };

const names = ['newkey', 'n:e.w/x', 'book:z', '中', '2020'];

for (const [language, texts] of Object.entries(documents) as [Language, (typeof documents)[Language]][]) {
  test(`${language}: a key gets another name wherever it is cited, and nowhere else`, () => {
    for (const [text, dialect] of texts) {
      const read = (document: string) => readCitations(document, language, dialect ? { dialect } : {});
      const parsed = read(text);
      const keysOf = (document: typeof parsed) =>
        [
          ...document.citations.flatMap(({ keys }) => keys),
          ...document.definedKeys,
          ...(document.embeddedKeys ?? []),
        ].map(({ key }) => key);
      for (const key of new Set(keysOf(parsed)))
        for (const name of names) {
          if (key === '*' || invalidKeyReason(name, language) !== undefined) continue;
          if (commandsThatCannotCite(parsed, key, name).length) continue;
          const after = applyEdits(text, renameKey(text, parsed, key, name));
          const expected = keysOf(parsed).map(one => (one === key ? name : one));
          assert.deepEqual(keysOf(read(after)).sort(), expected.sort(), after);
        }
    }
  });

  test(`${language}: a key is taken out, and all others stay as they are`, () => {
    for (const [text, dialect] of texts) {
      const read = (document: string) => readCitations(document, language, dialect ? { dialect } : {});
      const parsed = read(text);
      const cited = parsed.citations.flatMap(citation => citation.keys.map(key => ({ citation, key })));
      for (const { citation, key } of cited) {
        const after = applyEdits(text, removeKey(text, parsed, citation, key));
        const keys = read(after).citations.flatMap(one => one.keys.map(left => left.key));
        assert.deepEqual(
          keys,
          cited.filter(one => one.key !== key).map(one => one.key.key),
          after,
        );
      }
    }
  });
}

test('a key in a table that its columns tell, or on a quoted line, goes and comes without damage', () => {
  const change = (
    text: string,
    language: Language,
    edit: (parsed: ReturnType<typeof readCitations>) => string,
  ) => edit(readCitations(text, language));
  const table = '+------+----+\n| [@a] | x  |\n+------+----+\n| y    | z  |\n+------+----+\n';
  assert.equal(
    change(table, 'markdown', parsed => applyEdits(table, renameKey(table, parsed, 'a', 'longer'))),
    '+-----------+----+\n| [@longer] | x  |\n+-----------+----+\n| y         | z  |\n+-----------+----+\n',
  );
  const quoted = '> [@a;\n> @b]\n';
  assert.equal(
    change(quoted, 'markdown', parsed => {
      const [citation] = parsed.citations;
      return applyEdits(quoted, removeKey(quoted, parsed, citation!, citation!.keys[0]!));
    }),
    '> [@b]\n',
  );
  const attribution = '#quote(attribution: <a>)[As @a says.]\n';
  assert.equal(
    change(attribution, 'typst', parsed => applyEdits(attribution, renameKey(attribution, parsed, 'a', 'b'))),
    '#quote(attribution: <b>)[As @b says.]\n',
  );
});
