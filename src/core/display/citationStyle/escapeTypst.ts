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
