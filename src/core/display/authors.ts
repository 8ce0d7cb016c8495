import type { CslItem } from '../model/reference';
import { say as inReadersLanguage, say, type Translate } from '../util/say';
import { familyName, fullName, hasMoreMakers, makersOf } from './names';

/** As in running text: `Roe`, `Roe and Doe`, `Roe et al.`; `undefined` without authors. */
export function authorsShort(item: CslItem): string | undefined {
  const [first, second, ...rest] = makersOf(item);
  if (!first) return undefined;
  if (hasMoreMakers(item) || rest.length > 0) return say('{0} et al.', familyName(first));
  return second ? say('{0} and {1}', familyName(first), familyName(second)) : familyName(first);
}

/**
 * Names in full, at most `limit` of them: `Ann Roe, Joe Doe and 12 others`. Never passes an incomplete list off as whole. Who writes it
 * into documents, or gives it to programs, says in which language. */
export function authorsInFull(
  item: CslItem,
  limit = Number.POSITIVE_INFINITY,
  say: Translate = inReadersLanguage,
): string | undefined {
  const makers = makersOf(item);
  if (makers.length === 0) return undefined;
  const names = makers.slice(0, makers.length > limit + 1 ? limit : makers.length).map(fullName);
  const left = makers.length - names.length;
  if (hasMoreMakers(item)) return say('{0} and others', names.join(', '));
  if (left > 0) return say('{0} and {1} others', names.join(', '), left);
  return names.length > 1 ? say('{0} and {1}', names.slice(0, -1).join(', '), names.at(-1)!) : names[0];
}
