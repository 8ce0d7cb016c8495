import { authorsInFull } from '../display/authors';
import { titleOf } from '../display/describe';
import { escapeHtml } from '../display/text/escapeHtml';
import { shorten } from '../display/text/shorten';
import { venueOf } from '../display/venue';
import type { CslItem } from '../model/reference';
import { yearOf } from '../model/year';

const authorsNamed = 6;
/** Characters of an abstract: of a citation of several works each has less room. */
const abstractLength = 600;

/** What is shown of a work when one points at its citation: phrasing content, since it stands in a paragraph. */
export function hoverCard(item: CslItem, works: number): string {
  const byline = [authorsInFull(item, authorsNamed), venueOf(item), yearOf(item)].filter(
    part => part !== undefined,
  );
  const abstract = typeof item.abstract === 'string' ? item.abstract.replace(/\s+/g, ' ').trim() : '';
  return [
    part('title', `<a href="${referenceAddress(item.id)}">${escapeHtml(titleOf(item))}</a>`),
    part('byline', escapeHtml(byline.join(' · '))),
    part('abstract', escapeHtml(shorten(abstract, Math.round(abstractLength / Math.min(works, 4))))),
  ].join('');
}

/** What is said of a key that has no reference. */
export function hoverNote(text: string): string {
  return part('note', escapeHtml(text));
}

/** Where an entry of the list of references stands, as Pandoc names it. */
export function referenceAddress(key: string): string {
  return `#ref-${escapeHtml(encodeURIComponent(key))}`;
}

function part(name: string, html: string): string {
  return html === '' ? '' : `<span class="literature-card-${name}">${html}</span>`;
}
