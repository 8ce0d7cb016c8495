import type { CitedKey, DocumentCitations } from '../../citing/citation';
import { citedKeys } from '../../citing/citedKeys';
import type { KnownKeys } from '../../citing/undefinedKeys';
import type { CitationProblem } from '../../model/citationProblem';
import { within } from '../../model/textRange';
import { firstWhere } from '../../util/collections/binarySearch';
import type { LibraryService } from '../libraryService';
import type { AppliedBibliographies, AppliedList } from './appliedBibliographies';
import { definedKeys } from './definedReferences';

/**
 * The citations of keys that bibliographies of the document define, but none of those that the list of references is made from that the
 * citation goes into: neither biber nor BibTeX finds them. `defined` are the keys that any of the bibliographies has.
 */
export async function keysOfOtherLists(
  document: DocumentCitations,
  applied: AppliedBibliographies,
  defined: ReadonlySet<string>,
  library: Pick<LibraryService, 'areDefined'>,
  placeholders?: KnownKeys['placeholders'],
): Promise<CitationProblem[]> {
  const { lists, unread, isOpen, unset = [] } = applied;
  if (!lists || unread.length > 0 || isOpen) return [];
  const own = new Set(document.definedKeys.map(({ key }) => key));
  const cited = citedKeys(document)
    .filter(({ key }) => defined.has(key) && !own.has(key) && !applied.definedKeys.has(key))
    .flatMap(({ occurrences }) => occurrences);
  const problems: CitationProblem[] = [];
  for (const [sources, citedHere] of byList(cited, lists)) {
    const keys = [...new Set(citedHere.map(({ key }) => key))];
    const here = await definedKeys(library, keys, { ...applied, sources });
    const lacking = keys.filter(key => !here.has(key));
    const defining = new Map(lacking.map(key => [key, [] as string[]]));
    for (const source of lacking.length ? applied.sources : [])
      for (const key of await definedKeys(library, lacking, { ...applied, sources: [source] }))
        defining.get(key)?.push(source);
    for (const { key, start, end } of citedHere)
      if (defining.has(key))
        problems.push({
          code: 'undefined-key',
          key,
          start,
          end,
          inOtherList: { applying: sources, defining: defining.get(key)! },
        });
  }
  const isNoKey = within(problems.length ? [...unset, ...(placeholders?.() ?? [])] : []);
  return problems.filter(problem => !isNoKey(problem)).sort((a, b) => a.start - b.start);
}

/** What goes into each list of which it is known what it is made from. Of two stretches that cover a citation the later one counts. */
function byList(
  cited: readonly CitedKey[],
  lists: readonly AppliedList[],
): ReadonlyMap<readonly string[], readonly CitedKey[]> {
  const inOrder = [...cited].sort((a, b) => a.start - b.start);
  const sourcesOf: (readonly string[])[] = [];
  for (const { start, end, sources } of lists) {
    const first = firstWhere(inOrder.length, at => inOrder[at]!.start >= start);
    for (let at = first; at < inOrder.length && inOrder[at]!.end <= end; at++) sourcesOf[at] = sources;
  }
  const found = new Map<readonly string[], CitedKey[]>();
  for (const [at, one] of inOrder.entries()) {
    const sources = sourcesOf[at] ?? [];
    const known = found.get(sources);
    if (known) known.push(one);
    else if (sources.length) found.set(sources, [one]);
  }
  return found;
}
