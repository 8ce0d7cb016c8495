import * as vscode from 'vscode';
import { entriesOf } from '../../core/bibliography/entryKeys';
import { mentionedAt } from '../../core/bibliography/outline/mentionedAt';
import { readBibliography } from '../../core/bibliography/readBibliography';
import { card } from '../../core/display/card';
import { linksOf } from '../../core/display/links';
import { escapeMarkdown } from '../../core/display/text/escapeMarkdown';
import type { LibraryService } from '../../core/library/libraryService';
import type { BibliographyFormatId } from '../../core/model/source';
import { commandLink, commands } from '../commands';
import { rangeOf } from '../documents/textEdits';
import { isDoneByAnother } from '../otherExtensions';
import { idOf } from '../references/referenceId';
import { setting } from '../settings';
import { trustedMarkdown } from '../trustedMarkdown';
import { formatToShow } from './bibliographyFormat';

/** Over a key of a bibliography, its own or one that an entry refers to, the reference; over an abbreviation what it stands for. And the way there. */
export class BibliographyMeaning implements vscode.HoverProvider, vscode.DefinitionProvider {
  constructor(private readonly library: LibraryService) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    const format = setting('hover.enabled', true, document) ? formatToShow(document) : undefined;
    const found = format && mentionedAt(document.getText(), format, document.offsetAt(position));
    if (!format || !found) return undefined;
    const text =
      found.kind === 'string'
        ? found.definition && escapeMarkdown(found.definition.value)
        : await this.cardOf(document, format, found.key);
    return text
      ? new vscode.Hover(trustedMarkdown(text), rangeOf(document, found.start, found.end))
      : undefined;
  }

  provideDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): vscode.LocationLink[] | undefined {
    const format = formatToShow(document);
    if (!format || isDoneByAnother('definitions', format, document)) return undefined;
    const found = mentionedAt(document.getText(), format, document.offsetAt(position));
    if (!found) return undefined;
    const target =
      found.kind === 'string'
        ? found.definition
        : entriesOf(document.getText(), format).find(({ key }) => key === found.key);
    return target
      ? [
          {
            originSelectionRange: rangeOf(document, found.start, found.end),
            targetUri: document.uri,
            targetRange: rangeOf(document, target.start, target.end),
          },
        ]
      : undefined;
  }

  /** As the library has the entry of this file, with what it inherits; where it is in none, as it stands here. */
  private async cardOf(
    document: vscode.TextDocument,
    format: BibliographyFormatId,
    key: string,
  ): Promise<string | undefined> {
    const [reference] = await this.library.find([key], [document.uri.toString()]);
    if (reference) {
      const open = commandLink(commands.openAbstract, idOf(reference));
      const links = [{ label: vscode.l10n.t('Open Abstract'), url: open }, ...linksOf(reference.item)];
      return card(reference.item, { more: { label: vscode.l10n.t('more'), url: open }, links });
    }
    const entry = entriesOf(document.getText(), format).find(one => one.key === key);
    if (!entry) return undefined;
    const text = document.getText().slice(entry.entryStart, entry.entryEnd);
    const [alone] = readBibliography(text, format, document.uri.toString()).references;
    return alone && card(alone.item, { links: linksOf(alone.item) });
  }
}
