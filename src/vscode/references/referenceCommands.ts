import * as vscode from 'vscode';
import type { LibraryReference, LibraryService } from '../../core/library/libraryService';
import { type CommandId, commands } from '../commands';
import type { FormatterHost } from '../formatting/formatterHost';
import { registerCommand } from '../registerCommand';
import { copyBibtex, copyFormatted, copyKeys } from './copyReferences';
import { openAbstracts, openOnWeb } from './openReferences';
import type { ReferenceChooser } from './referenceChooser';

/** A row of a tree opens its page beside, and keeps the focus. */
function keepsFocus(argument: unknown): boolean {
  return typeof argument === 'object' && argument !== null && 'preserveFocus' in argument;
}

/** The commands that open or copy references, for the library view, hovers, abstract pages and the palette. */
export function registerReferenceCommands(
  library: LibraryService,
  chooser: ReferenceChooser,
  formatter: FormatterHost,
  extensionUri: vscode.Uri,
): vscode.Disposable {
  const register = (
    command: CommandId,
    purpose: string,
    run: (references: readonly LibraryReference[]) => Promise<void>,
  ): vscode.Disposable =>
    registerCommand(command, async (argument?: unknown, selected?: unknown) => {
      const references = await chooser.choose(argument, selected, purpose);
      if (references.length) await run(references);
    });
  return vscode.Disposable.from(
    registerCommand(commands.openAbstract, async (argument?: unknown, selected?: unknown) => {
      const references = await chooser.choose(argument, selected, vscode.l10n.t('Open Abstract'));
      await openAbstracts(references, { preserveFocus: keepsFocus(argument) });
    }),
    register(commands.openOnWeb, vscode.l10n.t('Open on the Web'), openOnWeb),
    register(commands.copyKey, vscode.l10n.t('Copy Citation Key'), copyKeys),
    register(commands.copyBibtex, vscode.l10n.t('Copy BibTeX'), references =>
      copyBibtex(library, references),
    ),
    register(commands.copyReference, vscode.l10n.t('Copy Formatted Reference'), references =>
      copyFormatted(formatter, extensionUri, references),
    ),
  );
}
