import {
  backslash,
  closeBrace,
  isBlank,
  lineEnd,
  newline,
  openBrace,
  openBracket,
  paragraphEndsAt,
} from './characters';

/** Environments whose content TeX does not read as commands, or throws away. Starred forms too. */
export const verbatimEnvironments: readonly string[] = (
  'verbatim Verbatim BVerbatim LVerbatim SaveVerbatim VerbatimOut verbatimtab verbatimwrite verbatimcmd boxedverbatim spverbatim ' +
  'lstlisting minted comment filecontents filecontentsdef filecontentshere pycode pyblock pyverbatim pyconsole pyconcode sagesilent ' +
  'sympycode sympyblock sympyverbatim sympyconsole pylabcode pylabblock pylabverbatim pylabconsole ' +
  'sageblock sageverbatim luacode asy asydef rawhtml htmlonly Sinput Soutput Scode Schunkverb dtxverb tcblisting ccode ltxcode ltxexample'
).split(' ');

/** Packages of which some options say that parts of what is shown are TeX. */
export type VerbatimFamily = 'listings' | 'minted' | 'fancyvrb';

export const verbatimFamilies: ReadonlyMap<string, VerbatimFamily> = new Map([
  ['lstlisting', 'listings'],
  ['tcblisting', 'listings'],
  ['minted', 'minted'],
  ['Verbatim', 'fancyvrb'],
  ['BVerbatim', 'fancyvrb'],
  ['LVerbatim', 'fancyvrb'],
]);

/** A command whose definition holds one of these makes (or begins) a verbatim or thrown-away environment. */
export const beginsVerbatim =
  /\\(?:[bBL]?[vV]erbatim|lstlisting|lst@[a-zA-Z]+|comment|VerbatimEnvironment|minted)(?![a-zA-Z])/;

/** Takes the rest of its line, or `{…}`, literally after an optional `[…]` and, for `\mintinline`, a language. */
export const verbatimCommands: ReadonlyMap<string, { readonly groups: number }> = new Map<
  string,
  { readonly groups: number }
>([
  ['verb', { groups: 0 }],
  ['Verb', { groups: 0 }],
  ['spverb', { groups: 0 }],
  ['lstinline', { groups: 0 }],
  ['mintinline', { groups: 1 }],
  ['path', { groups: 0 }],
  ['url', { groups: 0 }],
  ['nolinkurl', { groups: 0 }],
  ['href', { groups: 0 }],
  ['detokenize', { groups: 0 }],
  // Code of PythonTeX: what it prints, only Python tells.
  ...['py', 'sympy', 'pylab'].flatMap(family =>
    ['', 'c', 'b', 'v', 'con'].map((kind): [string, { groups: number }] => [family + kind, { groups: 0 }]),
  ),
]);

/** After `\end{name}` of the environment whose content begins at `position`; the end of the text if it never comes. */
export function verbatimEnd(text: string, position: number, name: string): number {
  const end = `\\end{${name}}`;
  const found = text.indexOf(end, position);
  return found < 0 ? text.length : found + end.length;
}

/**
 * After what an inline verbatim command takes literally, from just after its name: `|…|`, `*|…|`, `[options]{…}`.
 * Never beyond the line if the delimiter does not close, nor beyond the paragraph if the brace does not.
 */
export function inlineVerbatimEnd(text: string, position: number, groups: number): number {
  let here = position;
  if (text[here] === '*') here++;
  while (isBlank(text.charCodeAt(here))) here++;
  if (text.charCodeAt(here) === openBracket) {
    const close = text.slice(here, lineEnd(text, here)).indexOf(']');
    if (close < 0) return here;
    here += close + 1;
  }
  for (let group = 0; group < groups && text.charCodeAt(here) === openBrace; group++)
    here = literalGroupEnd(text, here);
  const delimiter = text.charCodeAt(here);
  if (delimiter === openBrace) return literalGroupEnd(text, here);
  if (Number.isNaN(delimiter) || delimiter === newline || delimiter === backslash || delimiter === closeBrace)
    return here;
  const stop = lineEnd(text, here);
  const close = text.slice(here + 1, stop).indexOf(text[here]!);
  return close < 0 ? stop : here + close + 2;
}

/** After the `}` that closes the `{` at `position`, or the end of the paragraph. */
function literalGroupEnd(text: string, position: number): number {
  let depth = 0;
  let here = position;
  for (; here < text.length; here++) {
    const code = text.charCodeAt(here);
    if (code === openBrace) depth++;
    else if (code === closeBrace && --depth === 0) return here + 1;
    else if (code === newline && paragraphEndsAt(text, here)) break;
  }
  return here;
}
