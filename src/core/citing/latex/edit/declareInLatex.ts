import type { TextEdit } from '../../../model/textEdit';
import { tableOf } from '../../../util/collections/tableOf';
import { newlineOf } from '../../../util/lines/newline';
import type { LatexVocabulary } from '../latexDocument';
import { readLatex } from '../readLatex';

/** Styles of document classes that refuse LaTeX's own; revtex chooses by itself. */
const styleOfClass: Readonly<Record<string, string>> = tableOf({
  'revtex4-1': '',
  'revtex4-2': '',
  acmart: 'ACM-Reference-Format',
  elsarticle: 'elsarticle-num',
  IEEEtran: 'IEEEtran',
  llncs: 'splncs04',
  apa7: 'apacite',
});

/** Packages whose citations are authors and years, with which `plain` does not compile. Many venues' styles load natbib. */
const authorYearPackages =
  /^(natbib|neurips|nips|iclr|icml|colm|corl|acl|naacl|eacl|emnlp|aaai|jmlr|tmlr|rlc)(\d|_|$|[a-z]?\d)/i;

const printing = ['printbibliography', 'printbibheading', 'bibbysection', 'bibbysegment', 'bibbycategory'];

/**
 * With biblatex: one more `\addbibresource`, and `\printbibliography` where nothing prints. Else the name is added to the
 * document's `\bibliography`, or one is put before `\end{document}`, with a style that the loaded packages can use.
 * `others` is what the other files of the project load and use: a preamble of its own may load biblatex.
 */
export function declareInLatex(
  text: string,
  path: string,
  others?: LatexVocabulary,
): readonly TextEdit[] | undefined {
  const code = withoutComments(text);
  const newline = newlineOf(text);
  if (/\\begin\s*\{thebibliography\}/.test(code)) return undefined;
  const known = addToDeclared(code, path, newline);
  const end = code.lastIndexOf('\\end{document}');
  const isRoot =
    end >= 0 && /\\documentclass\b/.test(code) && !/\\documentclass\b[^{}]*\{subfiles\}/.test(code);
  const uses = (commands: readonly string[]) =>
    commands.some(
      command => new RegExp(`\\\\${command}(?![A-Za-z])`).test(code) || others?.usedCommands.has(command),
    );
  if (known && (!isRoot || known.command === 'bibliography' || uses(printing))) return [known.edit];
  if (!isRoot) return undefined;
  if (known) return [known.edit, before(code, end, `\\printbibliography${newline}`, newline)];
  const packages = new Map([...(others?.packages ?? []), ...readLatex(text).packages]);
  if (packages.has('biblatex')) {
    const edits = [resourceInPreamble(code, path, newline)];
    if (!uses(printing)) edits.push(before(code, end, `\\printbibliography${newline}`, newline));
    return edits;
  }
  // Another file has the list, and with two of them BibTeX stops.
  if (uses(['bibliography'])) return undefined;
  const style = uses(['bibliographystyle']) ? '' : styleFor([...packages.keys()]);
  const lines = [
    ...(style ? [`\\bibliographystyle{${style}}`] : []),
    `\\bibliography{${path.replace(/\.bib$/i, '')}}`,
  ];
  return [before(code, end, lines.map(line => line + newline).join(''), newline)];
}

/** One more name where the file names bibliographies already. */
function addToDeclared(
  code: string,
  path: string,
  newline: string,
): { readonly command: 'bibliography' | 'addbibresource'; readonly edit: TextEdit } | undefined {
  const resource = [...code.matchAll(/\\addbibresource\s*(?:\[[^\]]{0,2000}\]\s*)?\{[^}]{0,2000}\}/g)].at(-1);
  if (resource) {
    const at = resource.index + resource[0].length;
    return {
      command: 'addbibresource',
      edit: { start: at, end: at, text: `${newline}\\addbibresource{${path}}` },
    };
  }
  const list = [...code.matchAll(/\\bibliography\s*\{([^}]{0,2000})\}/g)].at(-1);
  if (!list) return undefined;
  const close = list.index + list[0].length - 1;
  // biblatex takes the old command too.
  const name = path.replace(/\.bib$/i, '');
  return {
    command: 'bibliography',
    edit: { start: close, end: close, text: list[1]!.trim() ? `,${name}` : name },
  };
}

/** Behind the package where this file loads it, else at the end of the preamble. */
function resourceInPreamble(code: string, path: string, newline: string): TextEdit {
  const loaded = [
    ...code.matchAll(/\\(?:usepackage|RequirePackage)\s*(?:\[[^\]]{0,2000}\]\s*)?\{([^}]{0,2000})\}/g),
  ];
  const biblatex = loaded.find(match => match[1]!.split(',').some(name => name.trim() === 'biblatex'));
  const line = `\\addbibresource{${path}}`;
  if (biblatex) {
    const at = biblatex.index + biblatex[0].length;
    return { start: at, end: at, text: newline + line };
  }
  const body = code.search(/\\begin\s*\{document\}/);
  return before(code, body < 0 ? code.lastIndexOf('\\end{document}') : body, line + newline, newline);
}

function styleFor(packages: readonly string[]): string {
  if (packages.includes('apacite')) return 'apacite';
  const ofClass = packages.map(name => styleOfClass[name]).find(style => style !== undefined);
  return ofClass ?? (packages.some(name => authorYearPackages.test(name)) ? 'plainnat' : 'plain');
}

/** Lines put before a place, which begin a line of their own. */
function before(code: string, place: number, lines: string, newline: string): TextEdit {
  const startsLine = place === 0 || code[place - 1] === '\n';
  return { start: place, end: place, text: startsLine ? lines : newline + lines };
}

/** The text with each comment, and all after the end of the document, blanked out; offsets stay. */
function withoutComments(text: string): string {
  return text.replace(/\\[\s\S]|%[^\n]*/g, found => (found[0] === '%' ? ' '.repeat(found.length) : found));
}
