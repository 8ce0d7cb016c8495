import { shortReference } from '../shortReference';
import { escapeHtml } from '../text/escapeHtml';
import type { CitedWork, CitingDocument, FormattedDocument } from './citingDocument';
import { formattedPlainly } from './formattedPlainly';
import { onlyMarkup } from './onlyMarkup';

/** A document as it is shown where its style cannot be used. */
export function documentPlainly(document: CitingDocument, problem: string): FormattedDocument {
  const elsewhere = new Set(document.elsewhere);
  const items = new Map(document.items.map(item => [item.id, item]));
  const listed = new Set([...document.citations.flat().map(({ key }) => key), ...document.uncited]);
  const { entries } = formattedPlainly(
    document.items.filter(({ id }) => listed.has(id)),
    problem,
    'text',
  );
  return {
    citations: document.citations.map(works => {
      const parts = works.map(work => {
        const item = items.get(work.key);
        return item ? escapeHtml(shortReference(item)) : withoutItem(work, elsewhere);
      });
      return { html: `(${parts.join('; ')})` };
    }),
    entries: entries.map(({ key, text }) => ({ key, text: escapeHtml(text) })),
    problem,
  };
}

/** A key without an item: marked, where it is an error. */
export function withoutItem({ key, prefix, suffix }: CitedWork, elsewhere: ReadonlySet<string>): string {
  const mark = elsewhere.has(key)
    ? `<span>${escapeHtml(key)}</span>`
    : `<strong class="literature-undefined">${escapeHtml(key)}?</strong>`;
  return `${prefix ? `${onlyMarkup(prefix)} ` : ''}${mark}${onlyMarkup(suffix ?? '')}`;
}
