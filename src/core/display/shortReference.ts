import type { CslItem } from '../model/reference';
import { yearOf } from '../model/year';
import { authorsShort } from './authors';
import { titleOf } from './describe';
import { shorten } from './text/shorten';

/** Longest title that stands for missing authors. */
const titleLength = 40;

/** Before a title: `Vaswani et al. 2017`, `Vaswani et al.`, `2017`; empty where neither is known. */
export function nameAndYear(item: CslItem, names = authorsShort(item)): string {
  return [names, yearOf(item)].filter(Boolean).join(' ');
}

/** `Vaswani et al. 2017`; with neither authors nor year known, the title. */
export function shortReference(item: CslItem): string {
  const year = yearOf(item);
  const authors = authorsShort(item) ?? `“${shorten(titleOf(item), titleLength)}”`;
  return year ? `${authors} ${year}` : authors;
}
