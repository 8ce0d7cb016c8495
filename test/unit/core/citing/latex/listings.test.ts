import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLatex } from '../../../../../src/core/citing/latex/readLatex';

/** The keys that a document cites, as pdfLaTeX writes them into its `.aux` for each of these. */
function cited(...lines: readonly string[]): string {
  const text = lines.join('\n');
  const { citations } = readLatex(text);
  return citations
    .flatMap(({ keys }) => keys.map(({ start, end }) => text.slice(start, end)))
    .sort()
    .join(' ');
}

const listing = (options: string, code: string) =>
  `\\begin{lstlisting}${options}\n${code}\n\\end{lstlisting}`;

test('what an option of listings says is TeX cites, and the rest of the code does not', () => {
  assert.equal(cited(listing('[escapeinside={(*@}{@*)}]', 'int a; (*@\\cite{a}@*) \\cite{no}')), 'a');
  assert.equal(
    cited('\\lstset{escapeinside={(*@}{@*)}}', listing('', 'int a; (*@\\cite{a}@*) \\cite{no}')),
    'a',
  );
  assert.equal(
    cited('\\lstset{escapeinside=||}', listing('', 'int a; |\\cite{a}| \\cite{no} // | \\cite{b}|')),
    'a b',
  );
  assert.equal(
    cited(
      '\\lstset{escapechar=@}',
      listing('', '@\\cite{a}@ \\cite{no}'),
      '\\lstset{escapechar=}',
      listing('', '@\\cite{no}@'),
    ),
    'a',
  );
  assert.equal(cited('\\lstset{escapechar=\\%}', listing('', '%\\cite{a}% \\cite{no}')), 'a');
  assert.equal(cited('\\lstset{escapeinside={\\%*}{*)}}', listing('', 'a %*\\cite{a}*) \\cite{no}')), 'a');
  assert.equal(
    cited(listing('[mathescape]', '$x\\cite{a}$ \\cite{no}'), listing('[mathescape=false]', '$\\cite{no}$')),
    'a',
  );
  assert.equal(cited('\\lstset{language=C,texcl=true}', listing('', 'a; // \\cite{a}\nb \\cite{no}')), 'a');
  assert.equal(cited(listing('[caption={See \\cite{a}},escapechar=|]', '|\\cite{b}| \\cite{no}')), 'a b');
  assert.equal(cited(listing('', '(*@\\cite{no}@*) |\\cite{no}| $\\cite{no}$')), '');
});

test('options of styles and of environments that are made of listings count', () => {
  assert.equal(
    cited(
      '\\lstdefinestyle{s}{escapechar=!}',
      listing('[style=s]', '!\\cite{a}! \\cite{no}'),
      listing('', '!\\cite{no}!'),
    ),
    'a',
  );
  assert.equal(
    cited(
      '\\lstnewenvironment{code}[1][]{\\lstset{escapeinside={<@}{@>},#1}}{}',
      '\\begin{code}\nint a; <@\\cite{a}@> \\cite{no}\n\\end{code}',
      listing('', '<@\\cite{no}@>'),
    ),
    'a',
  );
  assert.equal(
    cited(
      '\\newcommand{\\setup}{\\lstset{escapechar=!}}',
      listing('', '!\\cite{no}!'),
      '\\begin{verbatim}\n!\\cite{no}!\n\\end{verbatim}',
    ),
    '',
  );
});

test('minted and fancyvrb have options of their own', () => {
  assert.equal(
    cited('\\begin{minted}[escapeinside=||]{python}\nx = 1 # |\\cite{a}| \\cite{no}\n\\end{minted}'),
    'a',
  );
  assert.equal(
    cited('\\setminted{mathescape}', '\\begin{minted}{python}\nx = 1 # $\\cite{a}$\n\\end{minted}'),
    'a',
  );
  assert.equal(
    cited(
      '\\newminted{python}{escapeinside=||}',
      '\\begin{pythoncode}\n|\\cite{a}| \\cite{no}\n\\end{pythoncode}',
    ),
    'a',
  );
  const verbatim = (options: string, key: string) =>
    `\\begin{Verbatim}${options}\nint a; \\cite{${key}} % \\cite{${key}}\n\\end{Verbatim}`;
  assert.equal(cited(verbatim('[commandchars=\\\\\\{\\}]', 'a'), verbatim('', 'no')), 'a a');
  assert.equal(cited('\\fvset{commandchars=\\\\\\{\\}}', verbatim('', 'a')), 'a a');
  // Other signs for backslash and braces are not followed.
  assert.equal(cited(verbatim('[commandchars=+()]', 'no')), '');
  assert.equal(
    cited(
      '\\DefineVerbatimEnvironment{Shown}{Verbatim}{commandchars=\\\\\\{\\}}',
      '\\begin{Shown}\n\\cite{a}\n\\end{Shown}',
    ),
    'a',
  );
});

test('options of the preamble count in the files that it takes in', () => {
  const { vocabulary } = readLatex('\\lstset{escapechar=!}\\lstnewenvironment{code}{}{}');
  const chapter = '\\begin{code}\n!\\cite{a}! \\cite{no}\n\\end{code}';
  const { citations } = readLatex(chapter, [], vocabulary);
  assert.deepEqual(
    citations.flatMap(({ keys }) => keys.map(({ key }) => key)),
    ['a'],
  );
});

test('what is not closed yet ends with its line', () => {
  assert.equal(cited(listing('[escapechar=!]', '!\\cite{a}\n\\cite{no}')), 'a');
  assert.equal(cited('\\begin{lstlisting}[escapechar=!]\n!\\cite{a'), 'a');
  assert.equal(cited('\\lstset{escapeinside={(*}', 'See \\cite{a}.'), 'a');
});

test('code of PythonTeX cites nothing', () => {
  assert.equal(cited('\\py{"\\\\cite{no}"} \\pyc|x="\\cite{no}"| \\sympy{x} \\cite{a}'), 'a');
  assert.equal(cited('\\begin{sympyblock}\n"\\cite{no}"\n\\end{sympyblock} \\cite{a}'), 'a');
  assert.equal(cited('\\newcommand{\\py}[1]{\\cite{#1}}', '\\py{a}'), 'a');
});

test('captions in the options of chunks of knitr cite, and their code does not', () => {
  assert.equal(
    cited(
      '<<f, fig.cap="By \\\\cite{a}, \\\\citep[p.~1]{b}", fig.scap=\'Short \\\\cite{c}\', note="\\\\cite{no}">>=',
      '#| fig-cap: "As \\\\cite{d} has it"',
      '#| tab.cap = "\\\\cite{e}"',
      '#| results: "\\\\cite{no}"',
      'x <- "\\\\cite{no}" # fig.cap="\\\\cite{no}"',
      '#| fig-cap: "\\\\cite{no}"',
      '@',
      '\\cite{f}',
    ),
    'a b c d e f',
  );
});
