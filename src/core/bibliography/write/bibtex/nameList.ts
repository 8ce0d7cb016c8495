import type { Name } from '../../../model/reference';
import type { FileEncoding } from '../tex/texEncoding';
import { texEncoded } from '../tex/texEncoding';
import { texText } from '../tex/texText';

/** Names in BibTeX's `von Last, Jr, First` and joined by `and`; `others` closes a list that is not complete. */
export function nameList(
  names: readonly Name[],
  incomplete: boolean,
  encoding: FileEncoding = 'utf8',
): string {
  const written = names
    .filter(name => !isOthers(name))
    .map(name => bibtexName(name, encoding))
    .filter(name => name !== '');
  if (written.length > 0 && (incomplete || names.some(isOthers))) written.push('others');
  return written.join(' and ');
}

function isOthers(name: Name): boolean {
  return !name.given && /^(?:others|et al\.?)$/i.test(name.literal ?? name.family ?? '');
}

function bibtexName(name: Name, encoding: FileEncoding): string {
  if (!name.family) {
    const whole = texText(name.literal ?? name.given ?? '', encoding);
    return whole && `{${whole}}`;
  }
  const particle = [name['dropping-particle'], name['non-dropping-particle']].filter(Boolean).join(' ');
  const family =
    `${texText(particle, encoding)} ${labelSafe(lastName(name.family, particle !== '', encoding), encoding)}`.trim();
  const parts = [
    family,
    ...(name.suffix ? [guarded(name.suffix, encoding)] : []),
    ...(name.given ? [givenNames(name.given, encoding)] : []),
  ];
  if (parts.length === 1 && /\s/.test(name.family)) return `{${texText(name.family, encoding)}}`;
  // A suffix alone needs an empty first name, or it would be taken for one.
  return name.suffix && !name.given ? `${parts.join(', ')}, {}` : parts.join(', ');
}

/** BibTeX takes everything up to the last lower-case word for the particle, so `Ortega y Gasset` goes into braces. */
function lastName(family: string, hasParticle: boolean, encoding: FileEncoding): string {
  const words = family.split(/\s+/);
  const isParticle = (word: string) => /^[^\p{L}]*\p{Ll}/u.test(word);
  const firstName = words.findIndex(word => !isParticle(word));
  const swallowed =
    words.length > 1 && words.some((word, index) => index > firstName && firstName >= 0 && isParticle(word));
  return swallowed || (hasParticle && isParticle(words[0]!))
    ? `{${texText(family, encoding)}}`
    : guarded(family, encoding);
}

/** Commas and `and` part names, unless in braces. */
function guarded(part: string, encoding: FileEncoding): string {
  const tex = texText(part, encoding);
  return /,|(?:^|\s)and(?:\s|$)/i.test(part) ? `{${tex}}` : tex;
}

/**
 * BibTeX's styles that abbreviate (`abbrv`, `apalike`, `ieeetr`, `acm`) take the first byte of each given name, and those that make labels
 * (`alpha`) up to three of a family name: where LaTeX reads the file none of these is part of a letter of more bytes.
 */
function givenNames(given: string, encoding: FileEncoding): string {
  const tex = guarded(given, encoding);
  return encoding === 'utf8' ? tex : tex.replace(/(?<=^|[\s{~-])[^\0-\x7f]/gu, whole);
}

function labelSafe(family: string, encoding: FileEncoding): string {
  return encoding === 'utf8' ? family : family.replace(/(?<=(?:^|[\s{~-]).{0,2})[^\0-\x7f]/gu, whole);
}

/** A letter by its TeX command, or else as what BibTeX calls a special character, which it never cuts (btxhak, 4). */
function whole(letter: string): string {
  const tex = texEncoded(letter);
  return tex === letter ? `{\\relax ${letter}}` : tex;
}
