import type { Name } from '../../../model/reference';
import { detachString } from '../../../util/detachString';
import { plainTex } from '../../tex/plainTex';
import { nameOf } from './nameParts';
import { decodeWord, plainWord, type Word } from './nameWords';
import { splitAtAnd, splitAtCommas, trimName, words } from './splitNames';

/** The names of a field, and whether it ends with `and others`. */
export interface NameList {
  readonly names: readonly Name[];
  readonly incomplete: boolean;
}

const markup = /[{}\\~$%`"=]/;
/** What a name may not contain to be told by its blanks and its comma alone. */
const unusual = /[{}\\~$%`"='’]|[^\S ]| {2}|\.\S/;

/** `others`, or `et al.`, which some write after the last name. */
const endsIncomplete = /^others$|(?:^|[\s~])et[\s~]al\.?$/i;

/** Reads `Knuth, Donald E. and {NASA} and others`. With `useprefix`, particles are part of the family name. */
export function readNames(field: string, usePrefix = false): NameList {
  const names: Name[] = [];
  let incomplete = false;
  for (const written of splitAtAnd(field)) {
    const isLast = endsIncomplete.test(written);
    if (isLast) incomplete = true;
    const name = isLast ? trimName(written.replace(endsIncomplete, '')) : written;
    const read = name === '' ? {} : readName(name, usePrefix);
    if (Object.keys(read).length) names.push(read);
  }
  return { names, incomplete };
}

function readName(written: string, usePrefix: boolean): Name {
  const usual = unusual.test(written) ? undefined : usualName(written);
  if (usual) return usual;
  if (isOneGroup(written)) return { literal: plainTex(written.slice(1, -1)) };
  const parts = splitAtCommas(written);
  if (/^\s*[a-z-]+\s*=/i.test(parts[0]!)) return extendedName(parts);
  return fromParts(
    parts.map(words),
    usePrefix,
    markup.test(written) || /['`]/.test(written) ? decodeWord : plainWord,
  );
}

/** `Given Family` or `Family, Given` in capitalized words, without particles or anything else to decide: most names. */
function usualName(written: string): Name | undefined {
  const comma = written.indexOf(',');
  if (comma < 0) {
    const blank = written.lastIndexOf(' ');
    if (!areCapitalized(written)) return undefined;
    const family = detachString(written.slice(blank + 1));
    return blank < 0 ? { family } : { family, given: detachString(written.slice(0, blank)) };
  }
  const family = written.slice(0, comma);
  const given = written.slice(comma + (written.charCodeAt(comma + 1) === 32 ? 2 : 1));
  if (given.includes(',') || !areCapitalized(family) || !areCapitalized(given)) return undefined;
  return { family: detachString(family), given: detachString(given) };
}

/** Whether every word begins with a capital letter of the Latin alphabet. */
function areCapitalized(words: string): boolean {
  for (let at = 0; ; ) {
    const code = words.charCodeAt(at);
    if (!((code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde && code !== 0xd7))) return false;
    at = words.indexOf(' ', at) + 1;
    if (at === 0) return true;
  }
}

/** `{World Health Organization}`: a body's name, not to be taken apart. */
function isOneGroup(text: string): boolean {
  if (text[0] !== '{' || text.at(-1) !== '}' || /^\{\\[^{}]{0,20}\}$/.test(text)) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at === text.length - 1;
  }
  return false;
}

/** BibLaTeX's `family=Hasselhoff, given=David, prefix=von, useprefix=true`. */
function extendedName(parts: readonly string[]): Name {
  const values = new Map<string, string>();
  for (const part of parts) {
    const equals = part.indexOf('=');
    const value = plainTex(
      part
        .slice(equals + 1)
        .trim()
        .replace(/^"(.*)"$/s, '$1'),
    );
    const name = part.slice(0, equals).trim().toLowerCase();
    if (equals >= 0 && value !== '')
      values.set(name, values.has(name) ? `${values.get(name)} ${value}` : value);
  }
  const particle = values.get('useprefix') === 'true' ? 'non-dropping-particle' : 'dropping-particle';
  return nameOf({
    family: values.get('family'),
    given: values.get('given'),
    suffix: values.get('suffix'),
    [particle]: values.get('prefix'),
  });
}

/** `First von Last`, `von Last, First` or `von Last, Jr, First`, told by the commas; `von` by lower case, as BibLaTeX does. */
function fromParts(
  parts: readonly (readonly string[])[],
  usePrefix: boolean,
  read: (word: string) => Word,
): Name {
  const read_ = (part: readonly string[] | undefined) => (part ?? []).map(read);
  let first: Word[];
  let rest: Word[];
  let junior: Word[] = [];
  if (parts.length === 1) {
    const all = read_(parts[0]);
    let end = all.findIndex(word => !word.capitalized);
    if (end < 0) end = all.length - 1;
    first = all.slice(0, end);
    rest = all.slice(end);
  } else {
    first = read_(parts.length === 2 ? parts[1] : parts[2]);
    rest = read_(parts[0]);
    if (parts.length > 2) junior = read_(parts[1]);
  }
  let von = rest.findIndex(word => word.capitalized);
  if (von < 0) von = rest.length - 1;
  const particle = usePrefix ? 'non-dropping-particle' : 'dropping-particle';
  return nameOf({
    family: joined(rest.slice(Math.max(0, von))),
    given: joined(first),
    suffix: joined(junior),
    [particle]: joined(rest.slice(0, Math.max(0, von))),
  });
}

function joined(words: readonly Word[]): string {
  return words
    .map(({ text }) => text)
    .join(' ')
    .trim();
}
