import CSL from 'citeproc';

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

export function escapeTypst(text: string): string {
  return text.replace(/[\\*_`$#[\]<>@~/]/g, '\\$&');
}

/** An address as escaped above, without the punctuation behind it. */
const address = /https?:\\\/\\\/(?:\\[^\s]|[^\s\\])*(?<![.,;:)])/g;

/** An entry as it stands in a document: addresses are links, and a number at its beginning is none of a list. */
export function finishTypst(entry: string): string {
  const linked = entry.replace(address, written => {
    const url = written.replace(/\\(.)/g, '$1');
    return `#link(${JSON.stringify(url)});`;
  });
  return linked.replace(/^(\d+)\.(?=\s)/, '$1\\.').replace(/^(?=[-+=](?:\s|$))/, '\\');
}
