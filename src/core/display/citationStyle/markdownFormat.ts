import CSL from 'citeproc';

/** Teaches citeproc to write Markdown, as Pandoc reads it. */
export function addMarkdownFormat(): void {
  CSL.Output.Formats.markdown ??= {
    ...CSL.Output.Formats.text!,
    text_escape: (text: string | undefined) => (text ?? '').replace(/[\\`*_[\]<>$@~^|]/g, '\\$&'),
    '@font-style/italic': '*%%STRING%%*',
    '@font-style/oblique': '*%%STRING%%*',
    '@font-weight/bold': '**%%STRING%%**',
    '@font-variant/small-caps': '[%%STRING%%]{.smallcaps}',
    '@vertical-align/sup': '^%%STRING%%^',
    '@vertical-align/sub': '~%%STRING%%~',
  };
}
