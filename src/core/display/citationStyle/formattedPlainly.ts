import type { CslItem } from '../../model/reference';
import { orElse } from '../../util/orElse';
import { formatReference } from '../formatReference';

export type OutputFormat = 'text' | 'html' | 'markdown';

export interface FormattedBibliography {
  /** In the style's order. */
  readonly entries: readonly { readonly key: string; readonly text: string }[];
  /** Why entries are not in the style asked for. */
  readonly problem?: string;
}

/** References as they are listed where their style cannot be used. */
export function formattedPlainly(items: readonly CslItem[], problem: string): FormattedBibliography {
  return { entries: items.map(formattedItem), problem };
}

export function formattedItem(item: CslItem): { key: string; text: string } {
  return {
    key: item.id,
    text: orElse(
      () => formatReference(item),
      () => String(item.id),
    ),
  };
}
