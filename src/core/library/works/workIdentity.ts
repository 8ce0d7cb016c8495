import type { Identifier } from '../../model/identifiers/identifier';
import type { ReferenceSummary } from '../../model/reference';
import { textKey } from '../../util/hash';
import { normalized } from '../../util/normalized';

/**
 * What tells that two references are the same work: an equal identifier, or normalised title with first author and year. Each is
 * hashed to a number (53 bits: among 100,000 references a chance collision has odds of one in a million), which is what keeps the
 * tables of a large library small. A negative number tells that they may be versions of one work (preprint and publication, editions):
 * the same title by the same first author, whenever.
 */
export function workIdentities(brief: ReferenceSummary): number[] {
  const identities = (brief.identifiers ?? []).map(identifierIdentity);
  const title = normalised(brief.title);
  // A short title ("Introduction", "Editorial") is not enough even with author and year.
  if (title.length < minTitleLength || !brief.firstFamily) return identities;
  const work = `${title}|${normalised(brief.firstFamily)}`;
  if (brief.year) identities.push(textKey(`title:${work}|${brief.year}`));
  if (title.length >= minVersionTitleLength) identities.push(-textKey(`title:${work}`));
  return identities;
}

/** What tells that references with this identifier are the same work. */
export function identifierIdentity({ kind, id }: Identifier): number {
  return textKey(`${kind}:${id}`);
}

const minTitleLength = 12;
/** Without the year a title has to say more. */
const minVersionTitleLength = 20;

/** Lower case letters and digits alone, without accents: braces, hyphens and subtitles' punctuation do not matter. */
export function normalised(text: string): string {
  if (!needsUnicode.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
  return normalized(text, 'NFKD')
    .toLowerCase()
    .replace(/<[^<>]*>|[^\p{L}\p{N}]+/gu, '');
}

/** Letters that are not ASCII, or tags. */
const needsUnicode = /[^\t-~]|</;
