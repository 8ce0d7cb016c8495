import type { DocumentCitations } from '../citing/citation';
import type { AppliedBibliographies } from '../library/documents/appliedBibliographies';
import type { LibraryService } from '../library/libraryService';
import type { CslItem } from '../model/reference';
import type { InputSchema } from './inputSchema';

/** A document as a tool sees it. */
export interface AgentDocument {
  /** As answers name it: relative to the workspace where it lies in it. */
  readonly path: string;
  readonly text: string;
  readonly citations: DocumentCitations;
  /** Ids of the library's sources that apply to it, best first. */
  readonly sources: readonly string[];
  /** What else is known of its bibliographies and of its project. */
  readonly applied: AppliedBibliographies;
}

/** What tools are given to work with, in the editor and outside of it. */
export interface AgentContext {
  readonly library: LibraryService;
  /** A document by its path, or the one in hand without one. Throws an `AgentError` where it cannot cite. */
  openDocument(path: string | undefined): Promise<AgentDocument>;
  /** A source's file as answers name it; `undefined` for the bundled collection and for Zotero. */
  pathOf(sourceId: string): string | undefined;
  /** References as a citation style lists them, in its order. `style` is the name of a bundled one, or a `.csl` file. */
  format(items: readonly CslItem[], style: string | undefined): Promise<FormattedReferences>;
}

export interface FormattedReferences {
  readonly style: string;
  readonly entries: readonly { readonly key: string; readonly text: string }[];
  /** Why entries are not in the style asked for. */
  readonly problem?: string;
}

/** What was wrong with a request, said so that whoever asked can ask better. */
export class AgentError extends Error {}

/** A tool that language models call. Its answers are plain data with keys, files and lines: nothing a model has to guess from prose. */
export interface AgentTool<Input = unknown> {
  readonly name: string;
  readonly title: string;
  /** For the model. */
  readonly description: string;
  readonly inputSchema: InputSchema;
  /** It changes documents and bibliographies: the writer is asked before. */
  readonly changesFiles?: boolean;
  /** `input` fits the schema. Throws an `AgentError` for what cannot be answered. */
  run(input: Input, context: AgentContext): Promise<object>;
}
