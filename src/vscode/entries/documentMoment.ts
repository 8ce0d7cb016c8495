import type * as vscode from 'vscode';
import type { AppliedBibliographies } from '../../core/library/documents/appliedBibliographies';
import type { LibraryService } from '../../core/library/libraryService';
import type { TaskQueue } from '../../core/util/taskQueue';
import type { CitingDocuments } from '../documents/citingDocuments';
import type { BibliographyReader } from '../documents/documents';
import type { BibliographyTargets, WritablePlaces } from './bibliographyTargets';

/** What was seen so long ago, in milliseconds, is seen anew. */
const longestMoment = 300;

/** The bibliographies of a document as they are at one moment, with what they have and where they could be added to. */
export interface DocumentMoment {
  readonly applied: AppliedBibliographies;
  /** The keys in them. */
  readonly taken: readonly string[];
  readonly places: WritablePlaces;
  /** Asked within a task of the queue: whether all is still so, since nothing else was written and the document is the same. */
  readonly holds: () => boolean;
}

interface Begun {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly time: number;
  readonly moment: Promise<DocumentMoment>;
}

/** Looks at the bibliographies of a document as they are this moment, also where they were just changed. */
export class DocumentMoments {
  private last: Begun | undefined;

  constructor(
    private readonly library: LibraryService,
    private readonly documents: CitingDocuments,
    private readonly places: BibliographyTargets,
    private readonly reader: BibliographyReader,
    private readonly queue: TaskQueue,
  ) {}

  /** Begins to look while something else is done: what is asked of the document in the same moment need not wait for it. */
  begin(document: vscode.TextDocument): void {
    const moment = this.look(document);
    this.last = { document, version: document.version, time: performance.now(), moment };
    moment.catch(() => {});
  }

  /** This moment, or the one that was just begun. */
  of(document: vscode.TextDocument): Promise<DocumentMoment> {
    const { last } = this;
    this.last = undefined;
    const isNow =
      last?.document === document &&
      last.version === document.version &&
      performance.now() - last.time < longestMoment;
    return isNow ? last.moment : this.look(document);
  }

  private async look(document: vscode.TextDocument): Promise<DocumentMoment> {
    const isAlone = this.queue.sinceNow();
    const { version } = document;
    const { loads } = this.reader;
    // Mostly nothing was changed: what is asked then is right already.
    const early = this.documents.bibliographiesOf(document).then(({ sources }) => this.library.keys(sources));
    const [applied, keys, places] = await Promise.all([
      this.documents.bibliographiesOf(document, 'now'),
      early,
      this.places.of(document),
    ]);
    const taken = this.reader.loads === loads ? keys : await this.library.keys(applied.sources);
    return { applied, taken, places, holds: () => document.version === version && isAlone() };
  }
}
