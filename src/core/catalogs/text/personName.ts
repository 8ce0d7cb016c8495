import { nameOf } from '../../bibliography/bibtex/names/nameParts';
import type { Name } from '../../model/reference';
import { plainLine } from './title';

const suffix = /^(?:Jr|Sr|II|III|IV|2nd|3rd)\.?$/i;

/** Particles that begin a family name, also where a person writes them with a capital: `Guido van Rossum`, `Robert Van Order`. */
const particle =
  /^(?:v[ao]n|vom|zu[mr]?|de[nlrs]?|della|di|da|do|dos|das|du|la|le|les|los|las|te[nr]|op|'t|el|al|bin|ben|ibn|af|av|y)$/i;

/** What bodies call themselves, and people do not. */
const body =
  /\b(?:universit|institut|department|ministr|committee|consortium|collaborat|group|team|society|association|organi[sz]ation|agency|foundation|council|center|centre|laborator|network|program|project|initiative|alliance|commission|federation|academy|office|bureau|company|corporation|inc\b|ltd\b|gmbh|press|school|college|hospital|investigators|authority|world|national|international|united|european|working|task force|study)/i;

/** A name in its parts, as a service that has them gives them. Capitals throughout are undone. */
export function splitName(family: unknown, given: unknown, ending?: unknown): Name | undefined {
  const last = plainLine(family);
  const first = plainLine(given);
  const end = plainLine(ending);
  if (!last) return first ? { literal: first } : undefined;
  const shouted = isShouted(last, first);
  return nameOf({
    family: shouted ? quiet(last) : last,
    // `J.C.` would count as one initial.
    given: (shouted ? quiet(first) : first).replace(/(?<=(?:^|[\s.-])\p{Lu}\.)(?=\p{Lu})/gu, ' '),
    suffix: end.replace(/^,\s*/, ''),
  });
}

/** A body, or a person whose name has no parts. */
export function literalName(name: unknown): Name | undefined {
  const literal = plainLine(name);
  return literal && !isOthers(literal) ? { literal } : undefined;
}

/** `Last, First`, `First von Last Jr.`, or the name of a body. Numbers that tell namesakes apart go. */
export function personName(raw: unknown): Name | undefined {
  const name = plainLine(raw)
    .replace(/\s+\d{4}$/, '')
    .replace(/[,;]+$/, '');
  if (!name || isOthers(name)) return undefined;
  const comma =
    /^([^,]+),\s*(?:((?:Jr|Sr|II|III|IV)\.?),\s*)?([^,]+?)(?:,\s*((?:Jr|Sr|II|III|IV)\.?))?$/i.exec(name);
  if (comma && !body.test(name)) return splitName(comma[1], comma[3], comma[2] ?? comma[4]);
  const words = name.split(/\s+/);
  if (words.length > 1 && familyFirst(words)) return splitName(words[0], words.slice(1).join(' '));
  if (words.length === 1 || body.test(name) || /[,&/]|\band\b/i.test(name)) return { literal: name };
  const end = words.length > 2 && suffix.test(words.at(-1)!) ? words.pop() : undefined;
  let start = words.length - 1;
  while (start > 1 && particle.test(words[start - 1]!)) start--;
  return splitName(words.slice(start).join(' '), words.slice(0, start).join(' '), end);
}

/** `Piwowar HA`, `van der Berg J`, `King ML Jr`: family name first, initials without stops. */
export function initialsName(raw: unknown): Name | undefined {
  const name = plainLine(raw).replace(/\.$/, '');
  const match = /^(.+?)\s+(\p{Lu}{1,4}(?:-\p{Lu})?)(?:\s+(Jr|Sr|2nd|3rd|II|III|IV))?$/u.exec(name);
  return match ? splitName(match[1], match[2], match[3]) : literalName(name);
}

/** More people than are listed. */
export function isOthers(name: string): boolean {
  return /^(?:et\.? al\.?|others|and others|\.\.\.|…)$/i.test(name.trim());
}

/** East Asian names in their own script, and Russian ones that end in the father's name, begin with the family's. */
function familyFirst(words: readonly string[]): boolean {
  const name = words.join('');
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u.test(name))
    return words.length === 2;
  return words.length === 3 && /^\p{Script=Cyrillic}+(?:ович|евич|ич|овна|евна|ична)$/u.test(words[2]!);
}

function isShouted(family: string, given: string): boolean {
  const whole = `${given} ${family}`;
  if (/\p{Ll}/u.test(whole)) return /^\p{Lu}{4,}$/u.test(family) && /\p{Ll}/u.test(given);
  return /\p{Lu}{3}/u.test(family) && (/\p{Lu}{4}/u.test(whole) || family.length > 3);
}

/** `O'BRIEN-LEE` → `O'Brien-Lee`; initials stay. */
function quiet(name: string): string {
  return name
    .replace(/\p{Lu}[\p{Lu}\p{M}]+/gu, word =>
      word.length < 3 && name.length > 3 && !/[AEIOUY]/.test(word)
        ? word
        : word[0] + word.slice(1).toLowerCase(),
    )
    .replace(/\bMc(\p{Ll})/gu, (_, letter: string) => `Mc${letter.toUpperCase()}`);
}
