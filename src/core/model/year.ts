import type { CslItem } from './reference';

/** The year of issue as written (`2023`, `350 BC`), or `undefined` when the item has none. */
export function yearOf(item: CslItem): string | undefined {
  const issued = item.issued;
  if (!issued || typeof issued !== 'object') return undefined;
  // Some programs write the parts as strings.
  const year = Number(issued['date-parts']?.[0]?.[0]);
  if (Number.isInteger(year) && year !== 0) return year < 0 ? `${-year} BC` : String(year);
  const text = String(issued.raw ?? issued.literal ?? '');
  return /(?<!\d)\d{4}(?!\d)/.exec(text)?.[0];
}
