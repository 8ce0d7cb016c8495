import type { Style } from './inline';

/** Commands that set their argument in a style. */
export const styleCommands: ReadonlyMap<string, Style> = new Map<string, Style>([
  ['emph', 'italic'],
  ['textit', 'italic'],
  ['textsl', 'italic'],
  ['mkbibemph', 'italic'],
  ['mkbibitalic', 'italic'],
  ['textbf', 'bold'],
  ['mkbibbold', 'bold'],
  ['textsc', 'smallCaps'],
  ['textsuperscript', 'superscript'],
  ['mkbibsuperscript', 'superscript'],
  ['textsubscript', 'subscript'],
]);

/** Declarations that set the rest of their group in a style. */
export const declarations: ReadonlyMap<string, Style> = new Map<string, Style>([
  ['em', 'italic'],
  ['it', 'italic'],
  ['sl', 'italic'],
  ['itshape', 'italic'],
  ['slshape', 'italic'],
  ['bf', 'bold'],
  ['bfseries', 'bold'],
  ['sc', 'smallCaps'],
  ['scshape', 'smallCaps'],
]);

/** Commands whose argument is not text of the field: notes, marks, sizes, sorting tricks. By the number of arguments. */
export const silentCommands: ReadonlyMap<string, number> = new Map(
  Object.entries({
    footnote: 1,
    footnotemark: 0,
    thanks: 1,
    label: 1,
    index: 1,
    cite: 1,
    citep: 1,
    citet: 1,
    nocite: 1,
    ref: 1,
    hspace: 1,
    vspace: 1,
    hskip: 0,
    kern: 0,
    noopsort: 1,
    SortNoop: 1,
    sortnoop: 1,
    singleletter: 1,
    bibsortname: 1,
    begin: 1,
    end: 1,
    fontsize: 2,
    selectfont: 0,
    fontencoding: 1,
    fontfamily: 1,
    selectlanguage: 1,
    color: 1,
    phantom: 1,
    includegraphics: 1,
    input: 1,
    rule: 2,
    bibitem: 1,
    usefont: 4,
    switchargs: 0,
    PreserveBackslash: 0,
  }),
);

/** Commands with more than one argument, and which of them is the text. */
export const textArgument: ReadonlyMap<string, readonly [count: number, text: number]> = new Map([
  ['href', [2, 1]],
  ['texorpdfstring', [2, 0]],
  ['textcolor', [2, 1]],
  ['foreignlanguage', [2, 1]],
  ['bibinfo', [2, 1]],
  ['bibfield', [2, 1]],
  ['raisebox', [2, 1]],
  ['ifthenelse', [3, 1]],
  ['switcharg', [2, 0]],
]);

/** Commands whose argument is taken letter by letter. */
export const verbatimCommands: ReadonlySet<string> = new Set([
  'url',
  'path',
  'nolinkurl',
  'doi',
  'burl',
  'detokenize',
]);
