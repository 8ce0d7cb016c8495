import CSL from 'citeproc';
import { escapeTypst } from './escapeTypst';

/** Teaches citeproc to write Typst's markup. A semicolon ends each call, which a bracket behind it would be read as a part of. */
export function addTypstFormat(): void {
  CSL.Output.Formats.typst ??= {
    ...CSL.Output.Formats.text!,
    text_escape: (text: string | undefined) => escapeTypst(text ?? ''),
    '@font-style/italic': '#emph[%%STRING%%];',
    '@font-style/oblique': '#emph[%%STRING%%];',
    '@font-weight/bold': '#strong[%%STRING%%];',
    '@font-variant/small-caps': '#smallcaps[%%STRING%%];',
    '@vertical-align/sup': '#super[%%STRING%%];',
    '@vertical-align/sub': '#sub[%%STRING%%];',
  };
}
