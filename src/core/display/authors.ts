import type { CslItem } from '../model/reference';
import { familyName, fullName, hasMoreMakers, makersOf } from './names';

/** As in running text: `Roe`, `Roe and Doe`, `Roe et al.`; `undefined` without authors. */
export function authorsShort(item: CslItem): string | undefined {
  const [first, second, ...rest] = makersOf(item);
  if (!first) return undefined;
  if (hasMoreMakers(item) || rest.length > 0) return `${familyName(first)} et al.`;
  return second ? `${familyName(first)} and ${familyName(second)}` : familyName(first);
}

/** Names in full, at most `limit` of them: `Ann Roe, Joe Doe and 12 others`. Never passes an incomplete list off as whole. */
export function authorsInFull(item: CslItem, limit = Number.POSITIVE_INFINITY): string | undefined {
  const makers = makersOf(item);
  if (makers.length === 0) return undefined;
  const names = makers.slice(0, makers.length > limit + 1 ? limit : makers.length).map(fullName);
  const left = makers.length - names.length;
  if (hasMoreMakers(item)) return `${names.join(', ')} and others`;
  if (left > 0) return `${names.join(', ')} and ${left} others`;
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names[0];
}
