import { arxivOf } from '../model/identifiers/itemIdentifiers';
import { withoutMarkup } from '../model/markup';
import type { CslItem } from '../model/reference';

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
  return venue && withoutMarkup(venue).replace(/\s+/g, ' ').trim();
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
  return withoutMarkup(venue) + volume + issue + pages;
}
