import type * as vscode from 'vscode';
import { shortReference } from '../../core/display/shortReference';
import type { LibraryReference } from '../../core/library/libraryService';
import { say } from '../../core/util/say';
import { nameOf } from '../documents/nameOf';
import type { RecentReferences } from '../documents/recentReferences';
import type { AddToBibliography } from '../entries/addToBibliography';
import { rememberAddToBibliography } from '../entries/askAboutEntries';
import type { BibliographyTarget } from '../entries/bibliographyTargets';
import type { EntryPlanner } from '../entries/entryPlanner';
import { notify } from '../notify';
import { setting } from '../settings';

/** What happens after a citation that was typed or dropped: a question before it would have been in the way. */
export class AfterInsert {
  constructor(
    private readonly entries: EntryPlanner,
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
    const { places } = await this.entries.placesFor(document, lacking);
    if (wish !== 'always' && !places.length) return;
    const missing = lacking.map(({ reference }) => reference);
    const known = await this.entries.answeredPlace(document);
    if (wish === 'always' || known) return this.adder.add(missing, document, known);
    await this.offer(document, missing, places);
  }

  /** Names the file, and asks once for each document: what is cited in it later goes there too. */
  private async offer(
    document: vscode.TextDocument,
    references: readonly LibraryReference[],
    [best, ...others]: readonly BibliographyTarget[],
  ): Promise<void> {
    if (!best) return;
    const what =
      references.length === 1
        ? shortReference(references[0]!.item)
        : say('{0} of these papers', references.length);
    const [add, other, never] = [say('Add'), say('Elsewhere…'), say('Never')] as const;
    const note = best.note ? ` (${best.note})` : '';
    const answer = await notify.information(
      say(
        'Add {0} to {1}{2}, as well as what is cited in {3} later?',
        what,
        best.label,
        note,
        nameOf(document.uri),
      ),
      ...(best.asks ? [] : [add]),
      ...(others.length || best.asks ? [other] : []),
      never,
    );
    if (answer === never) await rememberAddToBibliography('never');
    if (answer === add) await this.entries.answer(document, best);
    if (answer === add || answer === other)
      await this.adder.add(references, document, answer === add ? best : undefined);
  }
}
