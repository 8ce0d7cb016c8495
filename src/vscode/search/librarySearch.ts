import * as vscode from 'vscode';
import { citedKeys } from '../../core/citing/citedKeys';
import type { LibraryReference, LibraryService, SearchAnswer } from '../../core/library/libraryService';
import { commands } from '../commands';
import type { CitingDocuments } from '../documents/citingDocuments';
import type { InsertionTarget } from '../documents/insertionTarget';
import type { RecentReferences } from '../documents/recentReferences';
import { copyKeys } from '../references/copyReferences';
import { openAbstracts, openOnWeb } from '../references/openReferences';
import { idOf } from '../references/referenceId';
import type { OutsideSearch } from './outsideSearch';
import type { Picked, PickRequest, SearchContext } from './pickRequest';
import { pickReferences } from './referencePick';

export interface LibrarySearchOptions {
  readonly title: string;
  readonly several: PickRequest['several'];
  readonly query?: string;
  /** The query is a sentence of a draft, in which nothing filters. */
  readonly isSentence?: boolean;
  /** Where what is picked will be cited. */
  readonly target?: InsertionTarget | undefined;
  /** What is listed before anything is typed, instead of what was used last. */
  readonly initial?: () => Promise<SearchAnswer>;
  /** What is listed instead of the library. */
  readonly listed?: PickRequest['listed'];
}

const placeholder = vscode.l10n.t(
  'Title, author, year, topic or a whole sentence; author:, year:, venue: and topic: filter',
);
const citingPlaceholder = vscode.l10n.t(
  'Title, author, year or a sentence · Alt+Enter: cite in the text · Alt+P: abstracts',
);

/** The search as a list to pick from, which knows what the document at hand cites and has in its bibliographies. */
export class LibrarySearch {
  constructor(
    private readonly library: LibraryService,
    private readonly documents: CitingDocuments,
    private readonly recent: RecentReferences,
    private readonly outside: OutsideSearch,
  ) {}

  /** `undefined` when it was dismissed. */
  async pick(options: LibrarySearchOptions): Promise<Picked | undefined> {
    const { title, several, query, initial, target, listed } = options;
    const picked = await pickReferences(
      this.library,
      {
        openAbstract: reference => void openAbstracts([reference], { preserveFocus: true }),
        copyKey: reference => void copyKeys([reference]),
        openPaper: reference => void vscode.commands.executeCommand(commands.openPaper, idOf(reference)),
        openOnWeb: reference => void openOnWeb([reference]),
      },
      {
        title,
        placeholder: target ? citingPlaceholder : placeholder,
        several,
        context: () => this.contextOf(target),
        ...(query && { query }),
        ...(options.isSentence && { isSentence: true }),
        ...(initial && { initial }),
        outside: this.outside,
        listed,
      },
    );
    if (!picked) return undefined;
    const finished: LibraryReference[] = [];
    for (const reference of picked.references) {
      const whole = await this.outside.finished(reference);
      if (!whole) return undefined;
      finished.push(whole);
    }
    return { ...picked, references: finished };
  }

  private async contextOf(target: InsertionTarget | undefined): Promise<SearchContext> {
    const recentKeys = this.recent.keys();
    if (!target) return { citedKeys: [], recentKeys };
    const reading = this.documents.citationsOf(target.document);
    const { sources } = await this.documents.bibliographiesOf(target.document);
    return { sources, citedKeys: reading ? citedKeys(reading).map(({ key }) => key) : [], recentKeys };
  }
}
