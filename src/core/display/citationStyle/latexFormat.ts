import CSL from 'citeproc';
import { escapeLatex } from './escapeLatex';

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
