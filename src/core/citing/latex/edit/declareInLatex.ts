import type { TextEdit } from '../../../model/textEdit';
import { newlineOf } from '../../../util/newline';

/** Styles of document classes that refuse LaTeX's own; revtex chooses by itself. */
const styleOfClass: Readonly<Record<string, string>> = {
  'revtex4-1': '',
  'revtex4-2': '',
  acmart: 'ACM-Reference-Format',
  elsarticle: 'elsarticle-num',
  IEEEtran: 'IEEEtran',
  llncs: 'splncs04',
  apa7: 'apacite',
};

/** Packages whose citations are authors and years, with which `plain` does not compile. Many venues' styles load natbib. */
const authorYearPackages =
  /^(natbib|neurips|nips|iclr|icml|colm|corl|acl|naacl|eacl|emnlp|aaai|jmlr|tmlr|rlc)(\d|_|$|[a-z]?\d)/i;

/**
 * With biblatex: one more `\addbibresource`, and `\printbibliography` where nothing prints. Else the name is added to the
 * document's `\bibliography`, or one is put before `\end{document}`, with a style that the loaded packages can use.
 */
export function declareInLatex(text: string, path: string): readonly TextEdit[] | undefined {
  const code = withoutComments(text);
  const end = code.lastIndexOf('\\end{document}');
  if (end < 0 || !/\\documentclass\b/.test(code) || /\\begin\s*\{thebibliography\}/.test(code))
    return undefined;
  const newline = newlineOf(text);
  const packages = packagesIn(code);
  const biblatex = packages.find(({ names }) => names.includes('biblatex'));
  return biblatex
    ? declareForBiblatex(code, path, biblatex.end, end, newline)
    : declareForBibtex(
        code,
        path,
        packages.flatMap(({ names }) => names),
        end,
        newline,
      );
}

function declareForBiblatex(
  code: string,
  path: string,
  afterPackage: number,
  end: number,
  newline: string,
): readonly TextEdit[] {
  const resources = [...code.matchAll(/\\addbibresource\s*(?:\[[^\]]{0,2000}\]\s*)?\{[^}]{0,2000}\}/g)];
  const last = resources.at(-1);
  const at = last ? last.index + last[0].length : afterPackage;
  const edits: TextEdit[] = [{ start: at, end: at, text: `${newline}\\addbibresource{${path}}` }];
  if (!/\\(printbibliography|printbibheading|bibbysection|bibbysegment|bibbycategory)\b/.test(code))
    edits.push(before(code, end, `\\printbibliography${newline}`, newline));
  return edits;
}

function declareForBibtex(
  code: string,
  path: string,
  packages: readonly string[],
  end: number,
  newline: string,
): readonly TextEdit[] {
  const name = path.replace(/\.bib$/i, '');
  const declared = [...code.matchAll(/\\bibliography\s*\{([^}]{0,2000})\}/g)].at(-1);
  if (declared) {
    const close = declared.index + declared[0].length - 1;
    return [{ start: close, end: close, text: declared[1]!.trim() ? `,${name}` : name }];
  }
  const style = /\\bibliographystyle\s*\{/.test(code) ? '' : styleFor(code, packages);
  const lines = [...(style ? [`\\bibliographystyle{${style}}`] : []), `\\bibliography{${name}}`];
  return [before(code, end, lines.map(line => line + newline).join(''), newline)];
}

function styleFor(code: string, packages: readonly string[]): string {
  const documentClass =
    /\\documentclass\s*(?:\[[^\]]{0,2000}\]\s*)?\{\s*([^}\s]*)\s*\}/.exec(code)?.[1] ?? '';
  if (packages.includes('apacite')) return 'apacite';
  return (
    styleOfClass[documentClass] ??
    (packages.some(name => authorYearPackages.test(name)) ? 'plainnat' : 'plain')
  );
}

function packagesIn(code: string): { names: string[]; end: number }[] {
  const loaded = /\\(?:usepackage|RequirePackage)\s*(?:\[[^\]]{0,2000}\]\s*)?\{([^}]{0,2000})\}/g;
  return [...code.matchAll(loaded)].map(match => ({
    names: match[1]!.split(',').map(name => name.trim()),
    end: match.index + match[0].length,
  }));
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
