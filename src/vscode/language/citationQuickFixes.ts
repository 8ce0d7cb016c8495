import * as vscode from 'vscode';
import { citationAt } from '../../core/citing/citationAt';
import { invalidKeyReason } from '../../core/citing/citationKeySyntax';
import { replaceKey } from '../../core/citing/edit/changeCitation';
import { shortReference } from '../../core/display/shortReference';
import { plainText } from '../../core/display/text/plainText';
import { isInSources } from '../../core/library/documents/isInSources';
import { nearKeys } from '../../core/library/find/nearKeys';
import type { LibraryService } from '../../core/library/libraryService';
import { type Identifier, identifierLabel, sameIdentifier } from '../../core/model/identifiers/identifier';
import { itemIdentifiers } from '../../core/model/identifiers/itemIdentifiers';
import { parseIdentifier } from '../../core/model/identifiers/parseIdentifier';
import { commands, internalCommands } from '../commands';
import type { CitingDocuments } from '../documents/citingDocuments';
import { languageOf } from '../documents/languages';
import { rangeOf } from '../documents/textEdits';
import type { BibliographyTargets } from '../entries/bibliographyTargets';

/** How many keys “did you mean” offers. */
const suggestions = 3;

/** What can be done about an undefined key: take a near one, add the entry that the library has, or look for it. */
export class CitationQuickFixes implements vscode.CodeActionProvider {
  static readonly kinds = [vscode.CodeActionKind.QuickFix];

  constructor(
    private readonly documents: CitingDocuments,
    private readonly library: LibraryService,
    private readonly places: BibliographyTargets,
    private readonly canLookUp: (identifier: Identifier) => boolean,
  ) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const undefinedKeys = context.diagnostics.filter(({ code }) => code === 'undefined-key');
    const actions: vscode.CodeAction[] = [];
    for (const diagnostic of undefinedKeys) {
      const key = document.getText(diagnostic.range);
      actions.push(...(await this.fixesFor(document, diagnostic, key)));
      if (token.isCancellationRequested) return [];
    }
    return actions;
  }

  private async fixesFor(
    document: vscode.TextDocument,
    diagnostic: vscode.Diagnostic,
    key: string,
  ): Promise<vscode.CodeAction[]> {
    const { sources } = await this.documents.bibliographiesOf(document);
    const [exact] = await this.library.find([key]);
    const identifier = parseIdentifier(key);
    // An identifier means one work: never strangers.
    const near = (await nearestReferences(this.library, key, sources)).filter(
      ({ item }) => !identifier || itemIdentifiers(item).some(other => sameIdentifier(other, identifier)),
    );
    // It is there, for another list of references.
    if (exact && isInSources(exact, sources)) return [];
    const actions: vscode.CodeAction[] = [];
    const add = (title: string, fill: (action: vscode.CodeAction) => void): void => {
      const action = new vscode.CodeAction(plainText(title), vscode.CodeActionKind.QuickFix);
      action.diagnostics = [diagnostic];
      fill(action);
      actions.push(action);
    };
    if (exact) {
      const only = await this.places.onlyPlace(document);
      const what = shortReference(exact.item);
      const title = only
        ? vscode.l10n.t('Add “{0}” to {1}', what, only)
        : vscode.l10n.t('Add “{0}” to a bibliography…', what);
      add(title, action => {
        action.command = {
          title: action.title,
          command: commands.addToBibliography,
          arguments: [{ key }, document.uri],
        };
        action.isPreferred = true;
      });
    }
    for (const reference of near.filter(
      ({ key: other }) => other !== key && !invalidKeyReason(other, languageOf(document)),
    ))
      add(vscode.l10n.t('Change to {0} ({1})', reference.key, shortReference(reference.item)), action => {
        action.edit = this.changeTo(document, diagnostic.range, reference.key);
      });
    if (identifier && !near.length && this.canLookUp(identifier))
      add(vscode.l10n.t('Look up {0} and cite it', identifierLabel(identifier)), action => {
        action.command = {
          title: action.title,
          command: internalCommands.lookUpAndCite,
          arguments: [document.uri.toString(), document.offsetAt(diagnostic.range.start), key],
        };
        action.isPreferred = !exact;
      });
    add(vscode.l10n.t('Find “{0}” in the library…', key), action => {
      action.command = { title: action.title, command: commands.search, arguments: [wordsOf(key)] };
    });
    return actions;
  }

  /** The key that stands in `range` becomes another one, with the marks that this needs. */
  private changeTo(document: vscode.TextDocument, range: vscode.Range, key: string): vscode.WorkspaceEdit {
    const edit = new vscode.WorkspaceEdit();
    const reading = this.documents.citationsOf(document);
    const at = document.offsetAt(range.start);
    const found = reading && citationAt(reading, at);
    if (found?.key?.start !== at) edit.replace(document.uri, range, key);
    else
      for (const { start, end, text } of replaceKey(
        document.getText(),
        reading!,
        found.citation,
        found.key,
        key,
      ))
        edit.replace(document.uri, rangeOf(document, start, end), text);
    return edit;
  }
}

/** References of the document's own bibliographies whose key is near to one that nothing defines. */
export async function nearestReferences(library: LibraryService, key: string, sources: readonly string[]) {
  const near = nearKeys(key, await library.keys(sources), suggestions);
  return (await library.find(near, sources)).filter(reference => reference !== undefined);
}

/** `vaswani2017atention` → `vaswani 2017 atention`: the words a key was made from. */
export function wordsOf(key: string): string {
  return key
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(\p{L})/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
