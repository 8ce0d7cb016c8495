import type * as vscode from 'vscode';
import { Disposable } from 'vscode';
import type { LibraryService } from '../../core/library/libraryService';
import { say } from '../../core/util/say';
import { commands } from '../commands';
import type { ReferenceChooser } from '../references/referenceChooser';
import { registerCommand } from '../registerCommand';
import { goToEntry } from './goToEntry';
import { openPaper } from './openPaper';
import type { PaperFinder } from './paperFinder';
import { showInZotero } from './showInZotero';

/** The commands that lead from a reference to where it comes from: its paper, its entry, Zotero. */
export function registerPaperCommands(
  library: LibraryService,
  chooser: ReferenceChooser,
  finder: PaperFinder,
): vscode.Disposable {
  return Disposable.from(
    registerCommand(commands.openPaper, async (argument?: unknown, selected?: unknown) => {
      const locator = await chooser.locator(argument);
      for (const reference of await chooser.choose(argument, selected, say('Open Paper')))
        await openPaper(finder, reference, locator);
    }),
    registerCommand(commands.goToEntry, async (argument?: unknown, selected?: unknown) => {
      const [reference] = await chooser.choose(argument, selected, say('Go to Entry'));
      if (reference) await goToEntry(reference, await chooser.sources());
    }),
    registerCommand(commands.showInZotero, async (argument?: unknown, selected?: unknown) => {
      const [reference] = await chooser.choose(argument, selected, say('Show in Zotero'));
      if (reference) await showInZotero(library, reference);
    }),
  );
}
