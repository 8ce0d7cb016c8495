import { withoutMarkup } from '../model/markup';
import type { CslItem } from '../model/reference';
import { yearOf } from '../model/year';
import { authorsShort } from './authors';
import { bounded } from './text/shorten';
import { venueOf } from './venue';

/** In characters; no title is longer. */
const maxTitle = 3000;

/** A reference on two lines of a list. */
export interface Description {
  /** Its title, or its key when it has none. */
  readonly title: string;
  /** Authors · year · venue, as far as known; can be empty. */
  readonly byline: string;
}

export function describe(item: CslItem): Description {
  return { title: titleOf(item), byline: bylineOf(item) };
}

export function titleOf(item: CslItem): string {
  const title =
    typeof item.title === 'string'
      ? withoutMarkup(bounded(item.title, maxTitle)).replace(/\s+/g, ' ').trim()
      : '';
  return title || bounded(String(item.id), maxTitle);
}

/** `Schlaginhaufen and Kamgarpour · 2023 · ICML`. */
export function bylineOf(item: CslItem): string {
  return [authorsShort(item), yearOf(item), venueOf(item)].filter(Boolean).join(' · ');
}
