import type { CslItem } from '../model/reference';
import { yearOf } from '../model/year';
import { inEnglish } from '../util/say';
import { authorsInFull } from './authors';
import { titleOf } from './describe';
import { linksOf } from './links';
import { venueInFull } from './venue';

/** A reference in one line of plain text, in no journal's style: `Ann Roe (2001). On Sets. Annals 12(3), 4–7. https://…` */
export function formatReference(item: CslItem): string {
  const year = yearOf(item);
  const sentences = [
    [authorsInFull(item, undefined, inEnglish), year && `(${year})`].filter(Boolean).join(' '),
    titleOf(item),
    venueInFull(item) ?? '',
  ];
  const text = sentences
    .filter(sentence => sentence !== '')
    .map(sentence => (/[.?!]$/.test(sentence) ? sentence : `${sentence}.`))
    .join(' ');
  const [link] = linksOf(item);
  return link ? `${text} ${link.url}` : text;
}
