import type { CslItem } from '../model/reference';
import { yearOf } from '../model/year';
import { authorsInFull } from './authors';
import { titleOf } from './describe';
import type { Link } from './links';
import { escapeMarkdown } from './text/escapeMarkdown';
import { bounded, shorten } from './text/shorten';
import { venueOf } from './venue';

export interface CardOptions {
  /** Characters of the abstract at most. Default 400. */
  readonly abstractLength?: number;
  /** Follows an abstract that was shortened. */
  readonly more?: Link;
  /** Title, who, where and when are said beside it already. */
  readonly isBeside?: boolean;
  /** Stand on a line of their own at the end. */
  readonly links?: readonly Link[];
}

/** Authors that a card names. */
const authorsNamed = 6;

/** A reference as Markdown for a hover or tooltip: title, who, where and when, the abstract shortened. All its text is escaped. */
export function card(item: CslItem, options: CardOptions = {}): string {
  const byline = [authorsInFull(item, authorsNamed), venueOf(item), yearOf(item)].filter(
    part => part !== undefined,
  );
  const head = [`**${escapeMarkdown(titleOf(item))}**`, byline.map(escapeMarkdown).join(' · ')];
  return [
    ...(options.isBeside ? [] : head),
    abstractOf(item, options),
    (options.links ?? []).map(markdownLink).join(' · '),
  ]
    .filter(paragraph => paragraph !== '')
    .join('\n\n');
}

function abstractOf(item: CslItem, { abstractLength = 400, more }: CardOptions): string {
  if (typeof item.abstract !== 'string') return '';
  const abstract = bounded(item.abstract, 20 * abstractLength)
    .replace(/\s+/g, ' ')
    .trim();
  const shown = shorten(abstract, abstractLength);
  return escapeMarkdown(shown) + (more && shown !== abstract ? ` ${markdownLink(more)}` : '');
}

/** The address comes from our own code, or from `linksOf`, which makes it safe. */
function markdownLink({ label, url }: Link): string {
  return `[${escapeMarkdown(label)}](${url})`;
}
