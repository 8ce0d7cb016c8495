import type { FormattedDocument } from '../display/citationStyle/citingDocument';
import { escapeHtml } from '../display/text/escapeHtml';

/** An address in HTML text, without the punctuation behind it. */
const address = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:)\]]/g;

/** The list of references as Pandoc has it: `#refs` with an element `#ref-key` each, below the heading that the document gives it. */
export function referencesList(
  { entries, hasHangingIndent, problem }: FormattedDocument,
  title: string | undefined,
  otherProblem: string | undefined,
): string {
  const problems = [otherProblem, problem]
    .filter(text => text !== undefined)
    .map(text => `<p class="literature-problem">${escapeHtml(text)}</p>\n`);
  if (!entries.length && !problems.length) return '';
  const heading = title && entries.length ? `<h1 id="bibliography">${escapeHtml(title)}</h1>\n` : '';
  const listed = entries.map(({ key, text }) => {
    const inside = text.replace(/^<div class="csl-entry">([\s\S]*)<\/div>$/, '$1').trim();
    const linked = inside.replace(address, url => `<a href="${url}">${url}</a>`);
    return `<div id="ref-${escapeHtml(key)}" class="csl-entry" role="listitem">${linked}</div>\n`;
  });
  const classes = `literature-references${hasHangingIndent ? ' literature-hanging' : ''}`;
  return `${heading}<div id="refs" class="${classes}" role="list">\n${problems.join('')}${listed.join('')}</div>\n`;
}

/** The notes of a style that cites in notes, as footnotes stand behind a document. */
export function notesList(notes: readonly string[]): string {
  if (!notes.length) return '';
  const listed = notes.map((note, index) => {
    const number = index + 1;
    const back = `<a href="#literature-noteref-${number}" role="doc-backlink">↩</a>`;
    return `<li id="literature-note-${number}">${note} ${back}</li>\n`;
  });
  return `<section class="literature-notes" role="doc-endnotes">\n<hr>\n<ol>\n${listed.join('')}</ol>\n</section>\n`;
}
