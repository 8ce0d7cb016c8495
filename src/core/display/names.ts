import { displayName } from '../model/displayName';
import type { CslItem, Name } from '../model/reference';
import { bounded } from './text/shorten';

/** In characters; organisations have the longest. */
const maxName = 500;

/** Who made the work: its authors, or else its editors. */
export function makersOf(item: CslItem): readonly Name[] {
  for (const list of [item.author, item.editor])
    if (Array.isArray(list)) {
      const names = list.filter(name => familyName(name) !== '' && !isOthers(name));
      if (names.length > 0) return names;
    }
  return [];
}

/** More people than are listed. */
export function hasMoreMakers(item: CslItem): boolean {
  return (
    item.custom?.authorsIncomplete === true || (Array.isArray(item.author) && item.author.some(isOthers))
  );
}

/** `van den Oord`, `World Health Organization`. */
export function familyName(name: Name): string {
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  return oneLine(family || name.literal || name.given || '');
}

/** `Aaron van den Oord`, `Martin Luther King, Jr.` */
export function fullName(name: Name): string {
  const { literal, ...parts } = name;
  const whole = name.family ? displayName(parts) : literal || name.given || '';
  return oneLine(name.suffix ? `${whole}, ${name.suffix}` : whole);
}

function isOthers(name: Name): boolean {
  return !name.given && /^(?:others|et al\.?)$/i.test(name.family ?? name.literal ?? '');
}

function oneLine(text: unknown): string {
  return bounded(String(text), maxName).replace(/\s+/g, ' ').trim();
}
