import type {
  BibliographiesFound,
  FoundBibliography,
  OtherReferences,
} from '../../citing/project/foundBibliography';
import type { UnreadReason } from '../../model/citationProblem';
import type { SourceState } from '../../model/source';
import type { TextRange } from '../../model/textRange';

/** What is known of the bibliographies of a document once those that are there were read. */
export interface AppliedBibliographies {
  /** Ids of the library's sources that could be read, best first. */
  readonly sources: readonly string[];
  /** Declared, and not to be read. */
  readonly unread: readonly UnreadBibliography[];
  /** Keys that other files of its project define: a `thebibliography` in the root, `references:` in a project file. */
  readonly definedKeys: ReadonlySet<string>;
  /** What else a reference may name. */
  readonly otherReferences?: OtherReferences;
  /** Keys may be defined where nobody can look: none is called undefined. */
  readonly isOpen?: boolean;
  readonly ignoresCase?: boolean;
  /** What stands there is left out of what is made of the document, or may be. */
  readonly unset?: readonly TextRange[];
  /** Stretches of the document that cite from some of the sources alone; none where that is not known. */
  readonly lists?: readonly AppliedList[];
  /** One key in two of the sources is nothing to complain of. */
  readonly hasSeveralLists?: boolean;
}

export interface AppliedList {
  readonly start: number;
  readonly end: number;
  /** The same array for the same list. */
  readonly sources: readonly string[];
}

export interface UnreadBibliography {
  /** As written in the document. */
  readonly path: string;
  readonly reason: UnreadReason;
  /** Where the document itself declares it; absent when another file does. */
  readonly range?: { readonly start: number; readonly end: number };
}

export const noBibliographies: AppliedBibliographies = { sources: [], unread: [], definedKeys: new Set() };

/**
 * What applies to the document at `path`. `found` is what it and its project declare; `sourceOf` gives the source of what was read, and
 * `isAllowed` says what may be read at all.
 */
export function applyBibliographies(
  path: string,
  found: BibliographiesFound,
  sourceOf: (bibliography: FoundBibliography) => string | undefined,
  isAllowed: (bibliography: FoundBibliography) => boolean = () => true,
): AppliedBibliographies {
  const sources: string[] = [];
  const sourcesOfPaths = new Map<string, string>();
  const everywhere: string[] = [];
  const unread: UnreadBibliography[] = [];
  for (const bibliography of found.bibliographies) {
    const source = bibliography.exists && isAllowed(bibliography) ? sourceOf(bibliography) : undefined;
    if (source !== undefined) {
      sources.push(source);
      sourcesOfPaths.set(bibliography.path, source);
      if (bibliography.declaredIn === undefined) everywhere.push(source);
    }
    // What it would give, the `.bbl` beside the root gives.
    else if (!bibliography.isDispensable) {
      const { declaredIn, range } = bibliography;
      const isHere = declaredIn === path && range !== undefined;
      unread.push({
        path: bibliography.written ?? bibliography.path,
        reason: reasonOf(bibliography, isAllowed(bibliography)),
        ...(isHere && { range }),
      });
    }
  }
  const ofLists = new Map<readonly string[], readonly string[]>();
  for (const { bibliographies } of found.lists ?? []) {
    const read = bibliographies.flatMap(one => sourcesOfPaths.get(one) ?? []);
    const isKnown = read.length > 0 && read.length === bibliographies.length;
    if (!ofLists.has(bibliographies)) ofLists.set(bibliographies, isKnown ? [...read, ...everywhere] : []);
  }
  const lists = found.lists?.map(
    ({ start, end, bibliographies }): AppliedList => ({ start, end, sources: ofLists.get(bibliographies)! }),
  );
  const { otherReferences, isOpen, ignoresCase, hasSeveralLists, unset } = found;
  return {
    sources,
    unread,
    definedKeys: new Set(found.definedKeys),
    ...(otherReferences && { otherReferences }),
    ...(isOpen && { isOpen }),
    ...(ignoresCase && { ignoresCase }),
    ...(unset && { unset }),
    ...(hasSeveralLists && { hasSeveralLists }),
    ...(lists && { lists }),
  };
}

function reasonOf({ exists, remote, computed }: FoundBibliography, isAllowed: boolean): UnreadReason {
  if (computed) return 'computed';
  if (remote) return 'remote';
  if (!isAllowed) return 'untrusted';
  return exists ? 'unreadable' : 'missing';
}

/** Whether a file gave references, or is empty in good order: one that gives problems only is of another format, or broken. */
export function couldBeRead({ status, count, problems }: SourceState): boolean {
  if (count > 0) return true;
  return status !== 'failed' && problems.every(({ severity }) => severity === 'information');
}
