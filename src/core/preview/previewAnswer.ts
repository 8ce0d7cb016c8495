import type { FormattedDocument } from '../display/citationStyle/citingDocument';
import type { CslItem } from '../model/reference';
import { hoverCard, hoverNote, referenceAddress } from './hoverCard';
import type { PreviewRequest, WrittenCitation } from './previewRequest';
import { notesList, referencesList } from './referencesList';

/** How a document's citations are shown: HTML, with all text of files escaped. */
export interface PreviewAnswer {
  /** By what is written (`asWritten`): each time it is, in order. */
  readonly citations: ReadonlyMap<string, readonly string[]>;
  /** The list of references; empty where there is none. */
  readonly references: string;
  /** Of styles that cite in notes, the notes; empty in others. */
  readonly notes: string;
}

/** What is known of the works that a document cites. */
export interface KnownWorks {
  readonly items: ReadonlyMap<string, CslItem>;
  /** Keys that mean something else: a label, a work of a bibliography that cannot be read. Citations of nothing else are left as written. */
  readonly elsewhere: ReadonlySet<string>;
  /** What is said of a key that nothing defines. */
  readonly undefinedText: (key: string) => string;
  /** What is said of the list of references as a whole. */
  readonly problem?: string | undefined;
}

/** The citations that are shown in another way than they are written. */
export function shownCitations(
  { citations }: PreviewRequest,
  { items, elsewhere }: Pick<KnownWorks, 'items' | 'elsewhere'>,
): readonly WrittenCitation[] {
  return citations.filter(({ works }) => works.some(({ key }) => items.has(key) || !elsewhere.has(key)));
}

/** @param citations what `formatted` has been made of, in its order */
export function previewAnswer(
  citations: readonly WrittenCitation[],
  formatted: FormattedDocument,
  settings: PreviewRequest['settings'],
  known: KnownWorks,
): PreviewAnswer {
  const byText = new Map<string, string[]>();
  const notes: string[] = [];
  citations.forEach((citation, index) => {
    const { html, note } = formatted.citations[index]!;
    if (note !== undefined) notes.push(note);
    const mark = note === undefined ? '' : noteMark(notes.length);
    const shown = shownCitation(citation, html, mark, index, known);
    byText.set(citation.written, [...(byText.get(citation.written) ?? []), shown]);
  });
  return {
    citations: byText,
    references: settings.isListSuppressed ? '' : referencesList(formatted, settings.title, known.problem),
    notes: notesList(notes),
  };
}

function shownCitation(
  { works }: WrittenCitation,
  html: string,
  mark: string,
  index: number,
  { items, elsewhere, undefinedText }: KnownWorks,
): string {
  const parts = works.flatMap(({ key }) => {
    const item = items.get(key);
    if (item) return [hoverCard(item, works.length)];
    return elsewhere.has(key) ? [] : [hoverNote(undefinedText(key))];
  });
  const card = `<span class="literature-card" role="tooltip" id="literature-card-${index}">${parts.join('')}</span>`;
  const only = works.length === 1 && items.has(works[0]!.key) ? works[0]!.key : undefined;
  const attributes = `aria-describedby="literature-card-${index}"`;
  const inside =
    only !== undefined && html !== ''
      ? `<a class="literature-cited" href="${referenceAddress(only)}" ${attributes}>${html}</a>`
      : `<span class="literature-cited" tabindex="0" ${attributes}>${html}${html === '' ? mark : ''}</span>`;
  return `<span class="literature-citation">${inside}${html === '' ? '' : mark}${card}</span>`;
}

function noteMark(number: number): string {
  return `<sup><a id="literature-noteref-${number}" href="#literature-note-${number}">${number}</a></sup>`;
}

/** Whether two answers show the same. */
export function sameAnswer(a: PreviewAnswer | undefined, b: PreviewAnswer | undefined): boolean {
  const told = (answer: PreviewAnswer | undefined) =>
    answer && JSON.stringify([[...answer.citations], answer.references, answer.notes]);
  return told(a) === told(b);
}

/** A document is shown as it is written where nothing of it would be shown otherwise. */
export function isEmptyAnswer({ citations, references }: PreviewAnswer): boolean {
  return citations.size === 0 && references === '';
}
