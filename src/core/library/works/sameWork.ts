import type { Identifier } from '../../model/identifiers/identifier';
import { identifierLabel } from '../../model/identifiers/identifier';
import type { Reference } from '../../model/reference';
import type { Problem } from '../../model/source';
import { say } from '../../util/say';
import type { SummaryCache } from './summaryCache';
import type { Works } from './works';

/** No more are listed: a file that was put together from two copies of one library is all of them. */
const maxListed = 1000;

/** Entries of one file that are the same work under different keys, by an identifier that both carry: a document that cites both lists it twice. */
export function sameWorkProblems(
  references: readonly Reference[],
  works: Works,
  summaries: SummaryCache,
): Problem[] {
  const problems: Problem[] = [];
  const first = new Map<object, Reference[]>();
  for (const reference of references) {
    const work = works.of(reference);
    if (!work || work.references.length < 2 || reference.key === '') continue;
    const earlier = first.get(work);
    if (!earlier) {
      first.set(work, [reference]);
      continue;
    }
    const other = earlier.find(
      one => one.key !== reference.key && sharedIdentifier(one, reference, summaries),
    );
    earlier.push(reference);
    if (other && problems.length < maxListed)
      problems.push(problemOf(reference, other, sharedIdentifier(other, reference, summaries)!));
  }
  return problems;
}

function sharedIdentifier(a: Reference, b: Reference, summaries: SummaryCache): Identifier | undefined {
  const others = summaries.of(b).identifiers ?? [];
  const own = summaries.of(a).identifiers ?? [];
  const isShared = ({ kind, id }: Identifier) => others.some(other => other.kind === kind && other.id === id);
  // With a DOI each they are two works, or two versions of one, whatever number a program gave to both.
  const dois = own.filter(({ kind }) => kind === 'doi');
  const haveOwn = dois.length > 0 && others.some(({ kind }) => kind === 'doi');
  if (haveOwn && !dois.some(isShared)) return undefined;
  return own.find(one => one.kind !== 'isbn' && isShared(one));
}

function problemOf({ key, origin }: Reference, other: Reference, shared: Identifier): Problem {
  const { line = 0, start = 0, end = start } = origin;
  return {
    line,
    start,
    end,
    severity: 'information',
    code: 'same-work',
    message: say(
      '“{0}” is the same work as “{1}” in line {2} ({3}); a document that cites both lists it twice. Keep one of them.',
      key,
      other.key,
      (other.origin.line ?? 0) + 1,
      identifierLabel(shared),
    ),
  };
}
