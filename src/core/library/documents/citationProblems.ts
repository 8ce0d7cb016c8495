import type { DocumentCitations } from '../../citing/citation';
import { typesetKeys } from '../../citing/citedKeys';
import { type KnownKeys, undefinedKeys } from '../../citing/undefinedKeys';
import type { CitationProblem } from '../../model/citationProblem';
import { within } from '../../model/textRange';
import type { LibraryService } from '../libraryService';
import type { AppliedBibliographies } from './appliedBibliographies';
import { definedKeys } from './definedReferences';
import { keysOfOtherLists } from './keysOfOtherLists';
import { areMentions } from './mentions';

/**
 * Undefined keys, bibliographies that are declared and not read, and keys that two bibliographies of a document define differently.
 * A document without any bibliography has no undefined keys: in a README, `@name` is a person. What stands at `placeholders` is no key.
 */
export async function citationProblems(
  document: DocumentCitations,
  applied: AppliedBibliographies,
  library: Pick<LibraryService, 'areDefined' | 'duplicateKeys'>,
  placeholders?: KnownKeys['placeholders'],
): Promise<CitationProblem[]> {
  const cited = new Map(typesetKeys(document).map(({ key, occurrences }) => [key, occurrences]));
  const defined = await definedKeys(library, [...cited.keys()], applied);
  const mayCollide = applied.sources.length > 1 && !applied.hasSeveralLists;
  const duplicates = mayCollide ? await library.duplicateKeys(applied.sources) : [];
  const problems: CitationProblem[] = [];
  const mayBeLeftOut = within(document.undecided ?? []);
  const mayBeLabels = applied.otherReferences?.hasHiddenLabels ?? false;
  const known = { ...knownKeys(applied, defined), ...(placeholders && { placeholders }) };
  for (const { key, start, end } of undefinedKeys(document, known)) {
    const isInformation = mayBeLabels || mayBeLeftOut({ start, end });
    problems.push({ code: 'undefined-key', key, start, end, ...(isInformation && { isInformation }) });
  }
  problems.push(...(await keysOfOtherLists(document, applied, defined, library, placeholders)));
  for (const { path, reason, range } of applied.unread) {
    // Of one that only rendering tells, there is nothing to complain.
    if (!range || reason === 'computed') continue;
    const code = reason === 'missing' ? 'missing-bibliography' : 'unreadable-bibliography';
    problems.push({ code, path, reason, ...range, ...(reason === 'remote' && { isInformation: true }) });
  }
  for (const { key, origins } of duplicates) {
    const first = cited.get(key)?.[0];
    const sources = [...new Set(origins.map(({ source }) => source))];
    if (first && sources.length > 1)
      problems.push({ code: 'duplicate-key', key, sources, start: first.start, end: first.end });
  }
  return problems;
}

/** Told by `has` alone, since there may be thousands. */
type Keys = Pick<ReadonlySet<string>, 'has'>;

/** What is to be known of a document's keys to say which are undefined: `defined` are those that its bibliographies have. */
export function knownKeys(
  { sources, unread, definedKeys, otherReferences, isOpen, unset }: AppliedBibliographies,
  defined: Keys,
): KnownKeys {
  return {
    keys: { has: key => defined.has(key) || definedKeys.has(key) },
    complete: (sources.length > 0 || definedKeys.size > 0) && unread.length === 0 && !isOpen,
    ...(otherReferences && { otherReferences }),
    ...(unset && { unset }),
  };
}

/** The keys that resolve to nothing, as far as can be told, whether or not that is worth a warning; people who are mentioned are none. */
export function unresolvedKeys(
  document: DocumentCitations,
  applied: AppliedBibliographies,
  defined: Keys,
): ReadonlySet<string> {
  if (areMentions(document, applied)) return new Set();
  const known = { ...knownKeys(applied, defined), complete: true };
  return new Set(undefinedKeys(document, known).map(({ key }) => key));
}
