import type { CslItem } from './reference';

/** An item as citation processors and other programs take it: with the markup and case that CSL styles expect, without what is ours. */
export function toCiteprocItem(item: CslItem): CslItem {
  const { custom, ...rest } = item;
  if (!custom) return item;
  const author =
    custom.authorsIncomplete && Array.isArray(item.author)
      ? { author: [...item.author, { literal: 'others' }] }
      : {};
  return { ...rest, ...author, ...custom.formatted } as CslItem;
}
