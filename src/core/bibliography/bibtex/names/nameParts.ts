import type { Name } from '../../../model/reference';
import { detachString } from '../../../util/detachString';
import { startsCapitalized } from './nameWords';

const startsSmall = /^[\p{Ll}'’]/u;
const endsSmall = / \p{Ll}{2,}$/u;

/** The parts of a name, those that are empty too. */
export type Parts = Readonly<Partial<Record<keyof Name, string | undefined>>>;

/** The name that is made up of these parts, with the particles that were written into them taken out. */
export function nameOf(parts: Parts): Name {
  const name: Record<string, string> = {};
  if (parts.family) name.family = detachString(parts.family);
  if (parts.given) name.given = detachString(parts.given);
  if (parts.suffix) name.suffix = detachString(parts.suffix);
  if (parts['dropping-particle']) name['dropping-particle'] = detachString(parts['dropping-particle']);
  if (parts['non-dropping-particle'])
    name['non-dropping-particle'] = detachString(parts['non-dropping-particle']);
  if (
    !name['non-dropping-particle'] &&
    !startsCapitalized(parts.family ?? '') &&
    startsSmall.test(parts.family ?? '')
  )
    familyParticle(name);
  if (!name['dropping-particle'] && parts.given?.includes(' ') && endsSmall.test(parts.given))
    givenParticle(name);
  return name;
}

/** `d’Alembert`, `{de Souza}`: a particle that is written as part of the family name. */
function familyParticle(name: Record<string, string>): void {
  const match = /^((?:[\p{Ll}.'’-]+ )*(?:\p{Ll}[\p{Ll}.]*['’-]|[\p{Ll}.'’-]+ ))(?=\S)(.+)$/su.exec(
    name.family ?? '',
  );
  if (!match) return;
  name['non-dropping-particle'] = match[1]!.trim();
  name.family = match[2]!;
}

/** `Berg, Jan van den`: a particle that is written after the given names. */
function givenParticle(name: Record<string, string>): void {
  const match = /^(.*?) ((?:\p{Ll}{2,} )*\p{Ll}{2,})$/su.exec(name.given ?? '');
  if (!match || match[2]!.length > 20) return;
  name.given = match[1]!;
  name['dropping-particle'] = match[2]!;
}
