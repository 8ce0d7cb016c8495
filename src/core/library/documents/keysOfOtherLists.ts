import type { CitedKey, DocumentCitations } from '../../citing/citation';
import { citedKeys } from '../../citing/citedKeys';
import type { KnownKeys } from '../../citing/undefinedKeys';
import type { CitationProblem } from '../../model/citationProblem';
import type { LibraryService } from '../libraryService';
import type { AppliedBibliographies } from './appliedBibliographies';
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
  const byList = new Map<readonly string[], CitedKey[]>();
  for (const { key, occurrences } of citedKeys(document)) {
    if (!defined.has(key) || own.has(key) || applied.definedKeys.has(key)) continue;
    for (const cited of occurrences) {
      const { sources = [] } =
        lists.findLast(({ start, end }) => start <= cited.start && cited.end <= end) ?? {};
      if (sources.length) byList.set(sources, [...(byList.get(sources) ?? []), cited]);
    }
  }
  const problems: CitationProblem[] = [];
  for (const [sources, cited] of byList) {
    const keys = [...new Set(cited.map(({ key }) => key))];
    const here = await definedKeys(library, keys, { ...applied, sources });
    const lacking = keys.filter(key => !here.has(key));
    const defining = new Map(lacking.map(key => [key, [] as string[]]));
    for (const source of lacking.length ? applied.sources : [])
      for (const key of await definedKeys(library, lacking, { ...applied, sources: [source] }))
        defining.get(key)?.push(source);
    for (const { key, start, end } of cited)
      if (defining.has(key))
        problems.push({
          code: 'undefined-key',
          key,
          start,
          end,
          inOtherList: { applying: sources, defining: defining.get(key)! },
        });
  }
  const noKeys = problems.length ? [...unset, ...(placeholders?.() ?? [])] : [];
  return problems
    .filter(({ start, end }) => !noKeys.some(([from, to]) => from <= start && end <= to))
    .sort((a, b) => a.start - b.start);
}
