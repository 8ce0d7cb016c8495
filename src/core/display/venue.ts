import { arxivOf } from '../model/identifiers/itemIdentifiers';
import { withoutMarkup } from '../model/markup';
import type { CslItem } from '../model/reference';
import { bounded, shorten } from './text/shorten';

/** In characters; no name of a journal or of proceedings is longer. */
const maxVenue = 1000;

/** Where a work appeared, in as few words as known: `ICML`, `Nature`, `arXiv`. */
export function venueOf(item: CslItem): string | undefined {
  const candidates = [
    item.custom?.venue,
    item['container-title-short'],
    item['container-title'],
    item['event-title'],
    item.publisher,
    arxivOf(item) && 'arXiv',
  ];
  const venue = candidates.find((name): name is string => typeof name === 'string' && name.trim() !== '');
  return venue && withoutMarkup(bounded(venue, maxVenue)).replace(/\s+/g, ' ').trim();
}

/** Characters that the name of a venue may have in a row of a list. */
const maxShort = 22;

/** The venue for a row of a list: by the short name in brackets behind a long one, `(ACL)`, or cut at a word. */
export function venueShort(item: CslItem): string | undefined {
  const venue = venueOf(item);
  if (!venue || venue.length <= maxShort) return venue;
  const acronym = /\(([A-Z][\w&’'-]{1,12})(?:[ ’']?\d{2,4})?\)/.exec(venue)?.[1];
  return acronym ?? shorten(venue.replace(/^(?:in\s+)?proceedings of (?:the )?/i, ''), maxShort);
}

/** The venue as the reference list names it, with volume, number and pages: `Nature 12(3), 4–7`. */
export function venueInFull(item: CslItem): string | undefined {
  const venue = [item['container-title'], item['event-title'], venueOf(item)].find(
    (name): name is string => typeof name === 'string' && name.trim() !== '',
  );
  if (!venue) return undefined;
  const volume = item.volume ? ` ${item.volume}` : '';
  const issue = item.issue ? (volume ? `(${item.issue})` : ` ${item.issue}`) : '';
  const pages = item.page ? `, ${String(item.page).replace(/(\d)\s*-{1,2}\s*(?=\d)/g, '$1–')}` : '';
  return bounded(withoutMarkup(bounded(venue, maxVenue)) + volume + issue + pages, 2 * maxVenue);
}
