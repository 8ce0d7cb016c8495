import type * as vscode from 'vscode';
import { shortReference } from '../../core/display/shortReference';
import type { LibraryReference } from '../../core/library/libraryService';
import type { RecentReferences } from '../documents/recentReferences';
import { notify } from '../notify';
import { setting } from '../settings';
import type { AddToBibliography } from './addToBibliography';
import { rememberAddToBibliography } from './askAboutEntries';
import type { BibliographyTargets } from './bibliographyTargets';
import type { EntryPlanner } from './entryPlanner';

/** What happens after a citation that was typed or dropped: a question before it would have been in the way. */
export class AfterInsert {
  constructor(
    private readonly entries: EntryPlanner,
    private readonly places: BibliographyTargets,
    private readonly adder: AddToBibliography,
    private readonly recent: RecentReferences,
  ) {}

  /** Adds, or offers to add, what the document's bibliography lacks of the references just cited. */
  async after(document: vscode.TextDocument, references: readonly LibraryReference[]): Promise<void> {
    const { keys, lacking } = await this.entries.citedAs(document, references);
    await this.recent.add(keys);
    if (!lacking.length) return;
    const wish = setting('addToBibliography', 'ask', document);
    if (wish === 'never') return;
    // Typing is not interrupted by a question that nothing can come of.
    if (wish !== 'always' && !(await this.places.of(document)).places.length) return;
    const missing = lacking.map(({ reference }) => reference);
    if (wish === 'always' || (await this.offer(document, missing))) await this.adder.add(missing, document);
  }

  private async offer(
    document: vscode.TextDocument,
    references: readonly LibraryReference[],
  ): Promise<boolean> {
    const what =
      references.length === 1 ? shortReference(references[0]!.item) : `${references.length} of these papers`;
    const only = await this.places.onlyPlace(document);
    const [add, always, never] = ['Add', 'Always Add', 'Never'];
    const answer = await notify.information(
      only
        ? `${what} is not in the bibliography yet. Add to ${only}?`
        : `The bibliography of this document does not have ${what} yet.`,
      add!,
      always!,
      never!,
    );
    if (answer === always) await rememberAddToBibliography('always', document.uri);
    if (answer === never) await rememberAddToBibliography('never', document.uri);
    return answer === add || answer === always;
  }
}
