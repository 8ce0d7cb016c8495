import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { plainText, taggedText } from '../../../../../src/core/bibliography/tex/inline';
import { plainTex } from '../../../../../src/core/bibliography/tex/plainTex';
import { readTex } from '../../../../../src/core/bibliography/tex/readTex';
import { sentenceCase } from '../../../../../src/core/bibliography/tex/sentenceCase';

const plain: readonly (readonly [tex: string, text: string])[] = [
  [
    String.raw`G{\"o}del and \'{E}lan, \v{S}\'ime, \c Cakan, \~n, \H{o}, \k{a}`,
    'Gödel and Élan, Šíme, Çakan, ñ, ő, ą',
  ],
  [
    String.raw`Garc{\'\i}a, {\i}, \O{}rsted, J\o rgensen, \ss{} \AE \aa`,
    'García, ı, Ørsted, Jørgensen, ß Æå',
  ],
  [String.raw`\textit{Homo sapiens} {\em in} \textbf{vitro}`, 'Homo sapiens in vitro'],
  [
    String.raw`H\textsubscript{2}O, CO$_2$, $10^{-3}$, $x^{ab}$, 3\textsuperscript{rd}`,
    'H₂O, CO₂, 10⁻³, xab, 3rd',
  ],
  [String.raw`$\alpha$-decay in $\mathbb{R}^n$, \(\mu\)m, $\frac{1}{2}$`, 'α-decay in ℝⁿ, μm, 1/2'],
  [String.raw`pp.~1--2 --- \& 50\% of \$5 \_x \#1`, 'pp. 1–2 — & 50% of $5 _x #1'],
  ["``Quoted'' and `single', it's", '“Quoted” and ‘single’, it’s'],
  [String.raw`\enquote{a \enquote{b} c}`, '“a ‘b’ c”'],
  [String.raw`\url{http://a.b/c\_d%20e} \href{http://x.y}{text}`, 'http://a.b/c_d%20e text'],
  [String.raw`\unknown{kept} \footnote{gone}here \cite{x}`, 'kept here'],
  ['10% of all %\n  lines\n\nnext', '10% of all lines\n\nnext'],
  ['{A {nested} {{group}}} with } stray {', 'A nested group with stray'],
  ['a brace\n{\nof its own line', 'a brace of its own line'],
];

test('text is read as TeX sets it', () => {
  for (const [tex, text] of plain) assert.equal(plainText(readTex(tex)), text);
});

test('the quick way gives the same text', () => {
  for (const [tex, text] of plain) assert.equal(plainTex(tex), text);
  const pieces = fc.constantFrom(
    'a',
    'B ',
    '{',
    '}',
    "'",
    '`',
    '-',
    '--',
    '~',
    ' ',
    '\n',
    '\n\n',
    '\\',
    '$',
    '%',
    '\\&',
    '\\emph{x}',
    'é',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), parts => {
      const tex = parts.join('');
      assert.equal(plainTex(tex), plainText(readTex(tex)));
    }),
  );
});

test('no text is too odd to be read', () => {
  const pieces = fc.constantFrom(
    '\\',
    '{',
    '}',
    '$',
    '%',
    '\\em',
    '\\verb|',
    '\\url{',
    "\\'",
    '\\frac',
    '^',
    '_',
    '[',
    ']',
    '\\(',
    '\\char"',
    'a',
    ' ',
  );
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 60 }),
      parts => typeof taggedText(readTex(parts.join(''))) === 'string',
    ),
  );
  for (const piece of ['{', '\\emph{', '\\em ', '$x^{', "\\'", '\\foo[', '\\verb'])
    readTex(piece.repeat(20_000));
});

test('titles are brought into sentence case, apart from what braces protect', () => {
  const cases = [
    ['The Quick Brown {Fox} of {NASA} and DNA: A Study', 'The quick brown Fox of NASA and DNA: A study'],
    [String.raw`{\'E}tude of {L}a{T}e{X} iPhone X-Ray`, 'Étude of LaTeX iPhone x-ray'],
    [String.raw`\emph{Homo Sapiens} in {\em Vitro}`, '<i>Homo sapiens</i> in <i>Vitro</i>'],
    ['“Quoted Title” Is It? Yes It Is', '“Quoted title” is it? Yes it is'],
  ];
  for (const [tex, text] of cases) assert.equal(taggedText(sentenceCase(readTex(tex!))), text);
});
