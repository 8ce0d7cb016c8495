import { detached } from '../../detached';
import type { Name } from '../../reference';
import { plainTex } from '../tex/readTex';

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
    const name = isLast ? trim(written.replace(endsIncomplete, '')) : written;
    if (name !== '') names.push(readName(name, usePrefix));
  }
  return { names, incomplete };
}

const conjunction = /(?:^|[\s~])and(?=[\s~]|$)/gi;

/** Splits at `and` between blanks, outside of braces. */
function splitAtAnd(field: string): string[] {
  const parts: string[] = [];
  const hasBraces = field.includes('{');
  let depth = 0;
  let counted = 0;
  let start = 0;
  conjunction.lastIndex = 0;
  while (conjunction.test(field)) {
    const end = conjunction.lastIndex;
    if (hasBraces) depth = depthAt(field, counted, end, depth);
    counted = end;
    if (depth > 0) continue;
    parts.push(trim(field.slice(start, end - 'and'.length)));
    start = end;
  }
  parts.push(trim(field.slice(start)));
  return parts;
}

/** How many groups are open at `to`, with `depth` of them open at `from`. */
function depthAt(text: string, from: number, to: number, depth: number): number {
  let open = depth;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === backslash) at++;
    else if (code === openingBrace) open++;
    else if (code === closingBrace && open > 0) open--;
  }
  return open;
}

/** Without commas and blanks at its ends that hold nothing together. */
function trim(name: string): string {
  const text = name.trim();
  return text.startsWith(',') || text.startsWith('~') || text.endsWith('~')
    ? text.replace(/^[\s,~]+|(?<=[^\\\s~])[\s~]+$/g, '')
    : text;
}

/** The words of a text: what stands between blanks (also `~`), outside of braces. `\o stergaard` is one. */
function words(text: string): string[] {
  if (!/[{}\\~]/.test(text)) return text.split(/\s+/).filter(word => word !== '');
  const found: string[] = [];
  let depth = 0;
  let start = -1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (depth === 0 && (code === tilde || code === 32 || (code >= 9 && code <= 13) || code === 0xa0)) {
      if (start >= 0) found.push(text.slice(start, at));
      start = -1;
      continue;
    }
    if (start < 0) start = at;
    if (code === openingBrace) depth++;
    else if (code === closingBrace) depth = Math.max(0, depth - 1);
    else if (code === backslash) at += commandLength(text, at + 1);
  }
  if (start >= 0) found.push(text.slice(start));
  return found;
}

const backslash = 92;
const openingBrace = 123;
const closingBrace = 125;
const tilde = 126;

/** How far a command goes on after its backslash, with the blanks that end it: they are not blanks of the name. */
function commandLength(text: string, at: number): number {
  const command = /(?:[A-Za-z]+[ \t]*|[^A-Za-z]|$)/y;
  command.lastIndex = at;
  return command.exec(text)![0].length;
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
    const family = detached(written.slice(blank + 1));
    return blank < 0 ? { family } : { family, given: detached(written.slice(0, blank)) };
  }
  const family = written.slice(0, comma);
  const given = written.slice(comma + (written.charCodeAt(comma + 1) === 32 ? 2 : 1));
  if (given.includes(',') || !areCapitalized(family) || !areCapitalized(given)) return undefined;
  return { family: detached(family), given: detached(given) };
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

function splitAtCommas(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '{') depth++;
    else if (character === '}') depth--;
    else if (character === ',' && depth <= 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
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

type Word = { readonly text: string; readonly capitalized: boolean };

function plainWord(word: string): Word {
  return { text: spacedInitials(word), capitalized: startsCapitalized(word) };
}

/** Words with TeX in them that were decoded lately: the same names come up all over a library. */
const decodedWords = new Map<string, Word>();
const mostDecodedWords = 4096;

function decodeWord(word: string): Word {
  const known = decodedWords.get(word);
  if (known) return known;
  // What braces protect has no case, but `{\'E}` is a letter.
  const visible = word.replace(/^(?:\{[^\\{}][^{}]*\})+/, '');
  const decoded = {
    text: detached(spacedInitials(plainTex(word))),
    capitalized: visible === '' || startsCapitalized(plainTex(visible)),
  };
  if (decodedWords.size >= mostDecodedWords) decodedWords.clear();
  if (word.length < longestKeptWord) decodedWords.set(detached(word), decoded);
  return decoded;
}

const longestKeptWord = 60;

function startsCapitalized(word: string): boolean {
  const code = word.charCodeAt(0);
  if (code >= 65 && code <= 90) return true;
  if (code >= 97 && code <= 122) return false;
  const first = /^\d*(.?)/su.exec(word)![1]!;
  return first === '' || /\p{Lu}/u.test(first);
}

/** `J.G.` → `J. G.`, so that both ways of writing initials are one. */
function spacedInitials(word: string): string {
  if (!word.includes('.')) return word;
  const parts = word.split('.');
  return parts
    .map((part, i) =>
      i === 0 ? part : isInitial(parts[i - 1]!) && isInitial(part) ? `. ${part}` : `.${part}`,
    )
    .join('');
}

function isInitial(part: string): boolean {
  return /^\p{Lu}$/u.test(part);
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

type Parts = Readonly<Partial<Record<keyof Name, string | undefined>>>;

function nameOf(parts: Parts): Name {
  const name: Record<string, string> = {};
  if (parts.family) name.family = detached(parts.family);
  if (parts.given) name.given = detached(parts.given);
  if (parts.suffix) name.suffix = detached(parts.suffix);
  if (parts['dropping-particle']) name['dropping-particle'] = detached(parts['dropping-particle']);
  if (parts['non-dropping-particle'])
    name['non-dropping-particle'] = detached(parts['non-dropping-particle']);
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

const startsSmall = /^[\p{Ll}'’]/u;
const endsSmall = / \p{Ll}{2,}$/u;

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
