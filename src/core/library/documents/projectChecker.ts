import { detectFormat } from '../../bibliography/detectFormat';
import { readBibliography } from '../../bibliography/readBibliography';
import type { DocumentCitations, Language } from '../../citing/citation';
import type { ReadingOptions } from '../../citing/citationLanguage';
import { type FindingOptions, findBibliographies, readingInProject } from '../../citing/findBibliographies';
import { findPlaceholders } from '../../citing/placeholders/findPlaceholders';
import type { BibliographiesFound } from '../../citing/project/foundBibliography';
import type { ProjectFiles } from '../../citing/project/projectFiles';
import { readCitations } from '../../citing/readCitations';
import type { CitationProblem } from '../../model/citationProblem';
import type { Problem, SourceState } from '../../model/source';
import { errorMessage } from '../../util/errorMessage';
import { Abbreviations } from '../works/abbreviations';
import { ReferenceStore } from '../works/referenceStore';
import { sameWorkProblems } from '../works/sameWork';
import { SummaryCache } from '../works/summaryCache';
import { noChanges } from '../works/works';
import { applyBibliographies, couldBeRead } from './appliedBibliographies';
import { citationProblems } from './citationProblems';
import { definitionsOf, duplicateKeysOf } from './definitions';

export interface FilesToCheck extends ProjectFiles {
  /** The bytes of a bibliography; rejects where it cannot be read. */
  readBytes(path: string): Promise<Uint8Array | string>;
}

/** A document as it was checked. */
export interface CheckedDocument {
  readonly citations: DocumentCitations;
  readonly found: BibliographiesFound;
  readonly problems: readonly CitationProblem[];
  /** Bibliographies that files of its project name, which are no documents themselves, and that cannot be read. */
  readonly inProjectFiles: readonly { readonly file: string; readonly problem: CitationProblem }[];
  /** The bibliographies of the project that apply to it, by their paths. */
  readonly bibliographies: readonly string[];
}

/** Checks documents without an editor, one after the other; a bibliography is read once, whatever documents it applies to. */
export class ProjectChecker {
  private readonly summaries = new SummaryCache();
  private readonly store = new ReferenceStore(this.summaries);
  private readonly states = new Map<string, Promise<SourceState>>();
  private readonly abbreviations = new Abbreviations();
  /** Bibliographies used together with one that cannot be read, which may abbreviate for them. */
  private readonly besideUnread = new Set<string>();
  private readonly library = {
    areDefined: async (
      keys: readonly string[],
      sourceIds: readonly string[],
      { ignoreCase = false }: { readonly ignoreCase?: boolean } = {},
    ) => definitionsOf(keys, sourceIds, this.store, ignoreCase).map(one => one !== undefined),
    duplicateKeys: async (sourceIds: readonly string[]) => duplicateKeysOf(sourceIds, this.store),
  };

  constructor(
    private readonly files: FilesToCheck,
    private readonly options: FindingOptions,
  ) {}

  /** What is to be said of a document. */
  async check(
    path: string,
    text: string,
    language: Language,
    reading: ReadingOptions,
    morePlaceholders: readonly string[] = [],
  ): Promise<CheckedDocument> {
    const found = await findBibliographies({ path, text, language }, this.files, this.options);
    const options = { ...reading, ...readingInProject(found) };
    const citations = readCitations(text, language, options);
    const read = new Set<string>();
    for (const bibliography of found.bibliographies)
      if (bibliography.exists && couldBeRead(await this.stateOf(bibliography.path)))
        read.add(bibliography.path);
    if (found.bibliographies.some(({ path }) => !read.has(path)))
      for (const one of read) this.besideUnread.add(one);
    const applied = applyBibliographies(path, found, one => (read.has(one.path) ? one.path : undefined));
    const problems = await citationProblems(citations, applied, this.library, () =>
      findPlaceholders(text, language, options, morePlaceholders),
    );
    const bibliographies = found.bibliographies.filter(one => one.exists && !one.byTex).map(one => one.path);
    return { citations, found, problems, bibliographies, inProjectFiles: inProjectFiles(found, read) };
  }

  /** A bibliography with what could not be read of it, as far as those used together with it do not make that good. */
  async bibliography(path: string): Promise<SourceState> {
    const state = await this.stateOf(path);
    const isOpen = ({ abbreviation }: Problem) =>
      !abbreviation || !(this.besideUnread.has(path) || this.abbreviations.find(abbreviation));
    return { ...state, problems: state.problems.filter(isOpen) };
  }

  /** Read when it is first asked for. */
  private stateOf(path: string): Promise<SourceState> {
    let state = this.states.get(path);
    if (!state) {
      state = this.read(path);
      this.states.set(path, state);
    }
    return state;
  }

  private async read(path: string): Promise<SourceState> {
    const format = detectFormat(path) ?? 'bibtex';
    const source = { id: path, kind: 'bibliography', label: path, format } as const;
    try {
      const { references, problems, abbreviations } = readBibliography(
        await this.files.readBytes(path),
        format,
        path,
      );
      this.abbreviations.define(path, abbreviations);
      const changes = noChanges();
      for (const added of this.store.replace(path, references, changes)) this.store.file(added, changes);
      const same = sameWorkProblems(references, this.store.works, this.summaries);
      return { source, status: 'ready', count: references.length, problems: [...problems, ...same] };
    } catch (error) {
      return { source, status: 'failed', count: 0, problems: [], message: errorMessage(error) };
    }
  }
}

/** What `_quarto.yml` and its like name that is missing or unreadable. */
function inProjectFiles(
  { bibliographies }: BibliographiesFound,
  read: ReadonlySet<string>,
): { file: string; problem: CitationProblem }[] {
  return bibliographies.flatMap(({ path: found, written: path = found, ...bibliography }) => {
    const { declaredIn, range, exists, remote, computed, isDispensable } = bibliography;
    const isNamedThere = declaredIn !== undefined && range !== undefined && /\.ya?ml$/i.test(declaredIn);
    if (!isNamedThere || read.has(found) || remote || computed || isDispensable) return [];
    const problem: CitationProblem = exists
      ? { code: 'unreadable-bibliography', path, reason: 'unreadable', ...range }
      : { code: 'missing-bibliography', path, reason: 'missing', ...range };
    return [{ file: declaredIn, problem }];
  });
}
