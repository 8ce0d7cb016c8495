import CSL from 'citeproc';

/** What has a meaning of its own to TeX. */
const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
};

/** Teaches citeproc to write LaTeX that needs no package; what it has by this name writes for a program of its own. */
export function addLatexFormat(): void {
  CSL.Output.Formats.latex = {
    ...CSL.Output.Formats.text!,
    text_escape: (text: string | undefined) => escapeLatex(text ?? ''),
    '@font-style/italic': '\\textit{%%STRING%%}',
    '@font-style/oblique': '\\textsl{%%STRING%%}',
    '@font-weight/bold': '\\textbf{%%STRING%%}',
    '@font-variant/small-caps': '\\textsc{%%STRING%%}',
    '@vertical-align/sup': '\\textsuperscript{%%STRING%%}',
    '@vertical-align/sub': '\\textsubscript{%%STRING%%}',
  };
}

export function escapeLatex(text: string): string {
  return text.replace(/[\\~^<>|]|[&%$#_{}]/g, sign => special[sign] ?? `\\${sign}`);
}
