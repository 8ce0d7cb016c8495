import { nameOf } from '../../../bibliography/bibtex/names/nameParts';
import type { Name } from '../../../model/reference';
import { plainLine } from '../plainLine';
import { isBody, isBodyAlone } from './body';
import { withoutCapitals } from './nameCase';

const suffix = /^(?:Jr|Sr|II|III|IV|2nd|3rd)\.?$/i;
/** Of Brazil and Portugal: they follow a family name and are none, `Silva Neto`. */
const lusoSuffix = /^(?:Filho|Neto|J[uú]nior|Sobrinho)$/i;

/** Particles that begin a family name, also where a person writes them with a capital: `Guido van Rossum`, `Robert Van Order`, `Ian St. John`. */
const particle =
  /^(?:v[ao]n|vom|zu[mr]?|de[nlrs]?|della|di|da|do|dos|das|du|la|le|les|los|las|te[nr]|op|['’‘]t|el|al|bin|ben|ibn|af|av|St\.?)$/i;
/** Between two family names: `Ortega y Gasset`, `Costa e Silva`. */
const joining = /^[yie]$/;

/** Degrees and offices, which nobody is cited by. */
const degree =
  /^(?:Ph\.? ?D|M\.? ?D|D\.?Sc|M\.?Sc|B\.?Sc|D\.? ?Phil|M\.?P\.?H|M\.?B\.?A|MBBS|MB ?ChB|Pharm\.?D|Ed\.?D|DVM|DDS|FRC[PS]|FAC[CPS]|LL\.?[MB]|R\.?N|J\.?D|M\.?[AS]|B\.?[AS]|Dr|Prof|Professor|Esq|Ing)\.?$/i;
const surelyDegree = /^(?:Ph\.?D|M\.D|M\.?Sc|MPH|D\.?Phil|MBBS|Pharm\.?D|FRC[PS])\.?$/i;
const honorific = /^(?:(?:Prof|Dr|Mrs?|Ms)\.?|Professor)\s+(?=\p{L})/iu;
/** What is written where nobody is named. */
const nobody =
  /^(?:anon(?:ymous|\.)?(?:,? anon(?:ymous|\.)?)?|unknown|(?:no|unknown) authors?(?: listed)?|authors? unknown|n\.\s?n\.|various(?: authors)?|\(:un[a-z]{2}\).*)$/i;
/** `1564-1616`, `1938-`, as libraries tell namesakes apart. */
const lifeDates = /,?\s*\(?(?:(?:b|d|ca?|fl)\.\s*)?\d{4}\??\s*[-–]\s*(?:\d{4}\??)?\)?\.?$/i;

/** A name in its parts, as a service that has them gives them. Capitals throughout, degrees and marks of footnotes are undone. */
export function splitName(family: unknown, given: unknown, ending?: unknown): Name | undefined {
  const [last, ofFamily] = withoutSuffix(withoutMarks(plainLine(family).replace(/(^|\s)[‘’]t\s/, "$1't ")));
  let first = withoutDegrees(withoutMarks(plainLine(given)).replace(honorific, '').replace(honorific, ''));
  if (!/\p{L}/u.test(last)) return /\p{L}/u.test(first) ? { literal: first } : undefined;
  if (!first && nobody.test(last)) return undefined;
  if (isBodyAlone(last) && first && !/^(?:\p{Lu}\.\s*)+$/u.test(first))
    return literalName(`${first} ${last}`);
  if (!first && /\s/.test(last)) {
    if (isBody(last)) return literalName(last);
    // A whole name in the family's place: `Dr. Doe`, `J. Roe`.
    if (/^(?:\p{Lu}\.\s?)+\p{Lu}/u.test(last) || honorific.test(last))
      return unsplitName(last, plainLine(ending));
  }
  // `Rossum`, `Guido van`
  const trailing = /^(.+?)\s+((?:\p{Ll}+\s)*\p{Ll}+)$/u.exec(first);
  const particles = trailing?.[2] ?? '';
  const moved = particles.split(' ').every(word => particle.test(word)) ? particles : '';
  if (moved) first = trailing![1]!;
  const name = withoutCapitals(last, first);
  return nameOf({
    family: moved ? `${moved} ${name.family}` : name.family,
    // `J.C.` would count as one initial.
    given: name.given.replace(/(?<=(?:^|[\s.-])\p{Lu}\.)(?=\p{Lu})/gu, ' '),
    suffix: ofFamily || withoutDegrees(plainLine(ending)),
  });
}

/** A body, or a person whose name has no parts. */
export function literalName(name: unknown): Name | undefined {
  const literal = plainLine(name)
    .replace(/^(?:(?:and|on behalf of|for)\s+)+(?:the\s+)?(?=\p{L})/iu, '')
    .replace(/(?<=\p{Ll}{3})(?<!\b(?:Inc|Corp|Ltd|Assoc|Univ|Dept|Inst|Bros))\.$/u, '');
  return literal && !isOthers(literal) && !nobody.test(literal) ? { literal } : undefined;
}

/** `Last, First`, `First von Last Jr.`, or the name of a body. Numbers and years that tell namesakes apart go. */
export function personName(raw: unknown): Name | undefined {
  const whole = withoutMarks(
    plainLine(raw)
      .replace(/\s+\d{4}$/, '')
      .replace(lifeDates, '')
      .replace(/,?\s+et\.? al\.?$/i, ''),
  );
  // Behind a person an office or an affiliation, behind a body its abbreviation.
  const bare = whole.replace(/\s*\([^()]*\)$/, '').replace(/^(?:by|and|&)\s+(?=\p{Lu})|\s+\d{1,2}$/gu, '');
  const name = isBody(bare) ? whole : bare;
  if (!name || isOthers(name) || nobody.test(name)) return undefined;
  if (isBody(name)) return literalName(name);
  const [written, ...after] = name.split(/,\s*/);
  const rest = after.filter(part => !degree.test(part));
  if (rest.length === 0) return unsplitName(written!);
  const endings = rest.filter(part => suffix.test(part));
  const given = rest.filter(part => !suffix.test(part));
  if (given.length > 1 || endings.length > 1) return { literal: name };
  if (given.length === 0) return unsplitName(written!, endings[0]);
  // Two people in one: `Roe J, Smith A`.
  if (areInitials(written!.split(' ').slice(1)) && areInitials(given[0]!.split(' ').slice(1)))
    return { literal: name };
  return splitName(written, given[0]!.replace(/\s*\([^()]*\)$/, ''), endings[0]);
}

/** `First von Last Jr.` */
function unsplitName(name: string, ending?: string): Name | undefined {
  const words = name.replace(honorific, '').replace(honorific, '').split(/\s+/);
  while (words.length > 2 && (surelyDegree.test(words.at(-1)!) || words.at(-1) === 'MD')) words.pop();
  if (words.length > 1 && familyFirst(words)) return splitName(words[0], words.slice(1).join(' '), ending);
  if (words.length === 1 || /[&/]|\band\b/i.test(name)) return { literal: words.join(' ') };
  const initials = trailingInitials(words);
  if (initials > 0)
    return splitName(words.slice(0, -initials).join(' '), words.slice(-initials).join(' '), ending);
  const end = ending ?? (words.length > 2 && suffix.test(words.at(-1)!) ? words.pop() : undefined);
  let start = words.length - 1;
  if (start > 1 && lusoSuffix.test(words[start]!)) start--;
  if (start > 1 && joining.test(words[start - 1]!)) start -= 2;
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

/** Names without those that a service lists twice; initials alone may be two people's. */
export function withoutRepeats(names: readonly (Name | undefined)[]): (Name | undefined)[] {
  const seen = new Set<string>();
  return names.filter(name => {
    const whole = JSON.stringify(name);
    if (!name || areInitials((name.given ?? '').split(' ')) || !seen.has(whole)) {
      seen.add(whole);
      return true;
    }
    return false;
  });
}

/** Two letters in capitals that are a family name sooner than initials. */
const shortFamilies =
  /^(?:LI|XU|WU|HU|LU|MA|YU|HE|NG|LE|VU|DO|HO|KO|OH|AN|SU|GU|DU|YE|LO|QI|XI|FU|LY|TA|TO)$/;

/** How many words at the end of a name are initials, where the family's name stands first: `Smith JA`, `García Márquez G.` */
function trailingInitials(words: readonly string[]): number {
  let count = 0;
  while (count < words.length - 1 && isInitial(words.at(-1 - count)!)) count++;
  const first = words.slice(0, -count);
  return count > 0 && first.some(word => /\p{Lu}\p{Ll}/u.test(word)) && !first.some(isInitial) ? count : 0;
}

function isInitial(word: string): boolean {
  return (
    /^(?:\p{Lu}\.-?)+$|^\p{Lu}{1,2}$|^[B-DF-HJ-NP-TV-XZ]{3}$/u.test(word) &&
    !shortFamilies.test(word) &&
    !suffix.test(word)
  );
}

function areInitials(words: readonly string[]): boolean {
  return words.length > 0 && words.every(word => /^(?:\p{Lu}\.?-?){1,3}$/u.test(word));
}

/** East Asian names in their own script, and Russian ones that end in the father's name, begin with the family's. */
function familyFirst(words: readonly string[]): boolean {
  const name = words.join('');
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u.test(name))
    return words.length === 2;
  return words.length === 3 && /^\p{Script=Cyrillic}+(?:ович|евич|ич|овна|евна|ична)$/u.test(words[2]!);
}

/** `King, Jr.`, `King Jr.` in the field for the family name. */
function withoutSuffix(family: string): [string, string] {
  const match = /^(.+?),?\s+((?:Jr|Sr)\.?|II|III|IV)$/i.exec(family);
  if (match) return [match[1]!, match[2]!];
  return [withoutDegrees(family.replace(/\s+(?:Ph\.?D|M\.D)\.?$/i, '')), ''];
}

/** A name or its ending without what follows commas and is no name: `Ann, PhD`. */
function withoutDegrees(text: string): string {
  const parts = text.split(/\s*,\s*/).filter(part => part && !degree.test(part));
  return parts.join(', ');
}

/** Marks of footnotes, and commas that belonged to a list. */
function withoutMarks(name: string): string {
  return name
    .replace(/(?<=[\p{L}.])\s*[*†‡§¶∗⁎¹²³⁴-⁹]+$/u, '')
    .replace(/(?<=\p{Ll})\d{1,2}(?:,\d{1,2})*$/u, '')
    .replace(/\s*[,;]+$/, '');
}
