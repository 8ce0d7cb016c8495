import type { TextRange } from '../../model/textRange';
import { BoundedCache } from '../../util/collections/boundedCache';
import type { Citation, Language } from '../citation';
import type { ReadingOptions } from '../citationLanguage';
import { citationLanguage } from '../citationLanguages';
import { placeholderMembers, placeholderPatterns } from './placeholderPatterns';

/** No more are looked for in a document: nobody works off more. */
const maxPlaceholders = 1000;
/** Stands for a placeholder where it is seen whether one can cite there; no bibliography has such keys. */
const probe = 'placeholder-probe';
/** To make a pattern ready takes a millisecond or two, and every keystroke asks. */
const ready = new BoundedCache<string, RegExp>(40);

/** A placeholder as it is written: a citation that is none yet, or one of the keys of a citation (`isMember`). */
interface Candidate {
  readonly range: TextRange;
  readonly isMember: boolean;
}

/**
 * The places of a document, in order, where a citation is still missing: `[@?]`, `\cite{}`, `[citation needed]`, the `?` of `\cite{roe2001,?}`,
 * and what `more` names as it is written. Only where a citation would be one: in comments, code, maths and metadata a placeholder is what
 * it says.
 */
export function findPlaceholders(
  text: string,
  language: Language,
  options: ReadingOptions = {},
  more: readonly string[] = [],
): TextRange[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(patternOf(language, more))) {
    const range: TextRange = [match.index, match.index + match[0].length];
    found.push({ range, isMember: match.groups?.member !== undefined });
    if (found.length === maxPlaceholders) break;
  }
  return found.length ? citable(text, found, language, options) : [];
}

/** Those at which the language would read a citation, or a key of one that has more than a bare key. */
function citable(
  text: string,
  candidates: readonly Candidate[],
  language: Language,
  options: ReadingOptions,
): TextRange[] {
  const { sample, read } = citationLanguage(language);
  let probed = '';
  let at = 0;
  for (const [index, { range, isMember }] of candidates.entries()) {
    const key = `${probe}${index}`;
    probed +=
      text.slice(at, range[0]) + (isMember ? placeholderMembers[language]!.written(key) : sample(key));
    at = range[1];
  }
  const { citations } = read(probed + text.slice(at), options);
  const citing = new Map(citations.flatMap(one => one.keys.map(({ key }) => [key, one] as const)));
  return candidates
    .filter(({ isMember }, index) => {
      const citation = citing.get(`${probe}${index}`);
      return citation && (!isMember || isGroup(citation));
    })
    .map(({ range }) => range);
}

/** Something stands around its keys: brackets or a command. A bare `@todo` may be a person's name, or a tag. */
export function isGroup({ start, keys }: Citation): boolean {
  return keys.length > 1 || start < keys[0]!.start - 1;
}

function patternOf(language: Language, more: readonly string[]): RegExp {
  const written = more.filter(one => one.trim());
  return ready.getOrMake(JSON.stringify([language, written]), () => {
    const whole = [...written.map(escapePattern), ...placeholderPatterns[language]];
    const member = placeholderMembers[language];
    const patterns = [...whole.map(one => `(?:${one})`), ...(member ? [`(?<member>${member.pattern})`] : [])];
    return new RegExp(patterns.join('|'), 'giu');
  });
}

function escapePattern(written: string): string {
  return written.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
