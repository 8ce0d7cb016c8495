import { borrowEntry } from './borrowEntry';

/** Whether an entry means the same in any `.bib`: it uses no `@string` and inherits from no other entry. */
export function isSelfContained(entry: string): boolean {
  let alone = true;
  const needed = () => {
    alone = false;
    return undefined;
  };
  borrowEntry(entry, { macro: needed, entry: needed });
  return alone;
}
