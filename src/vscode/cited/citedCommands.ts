import * as vscode from 'vscode';
import { citationLanguage } from '../../core/citing/citationLanguages';
import type { CslItem } from '../../core/model/reference';
import { views } from '../commands';
import type { DocumentBibliographies } from '../documents/documentBibliographies';
import { languageOf } from '../documents/languages';
import { citeprocAttribution } from '../formatting/attribution';
import { styleOf } from '../formatting/citationStyles';
import type { FormatterHost } from '../formatting/formatterHost';
import { notify } from '../notify';
import type { CitedTree } from './citedTree';

/** What is done with the formatted bibliography of the document that the view shows. */
export class CitedCommands {
  constructor(
    private readonly tree: CitedTree,
    private readonly bibliographies: DocumentBibliographies,
    private readonly formatter: FormatterHost,
    private readonly extensionUri: vscode.Uri,
  ) {}

  /** To the clipboard, in the language of the document. */
  async copy(): Promise<void> {
    const formatted = await this.format();
    if (!formatted) return;
    await vscode.env.clipboard.writeText(`${formatted.entries.join('\n\n')}\n`);
    notify.status(
      vscode.l10n.t(
        'Copied {0} references in {1}. {2}',
        formatted.entries.length,
        formatted.style,
        citeprocAttribution,
      ),
    );
  }

  /** At the cursor of the document, each reference a paragraph of its language. */
  async insert(): Promise<void> {
    const document = this.tree.shown;
    if (!document) return;
    const formatted = await this.format();
    if (!formatted) return;
    const editor = await vscode.window.showTextDocument(document, { preserveFocus: false });
    const at = editor.selection.end;
    const before = document.getText(new vscode.Range(at.with({ character: 0 }), at)).trim() ? '\n\n' : '';
    const behind = document.getText(new vscode.Range(at, document.lineAt(at.line).range.end)).trim()
      ? '\n\n'
      : '';
    const text = before + formatted.entries.join('\n\n') + behind;
    if (await editor.edit(edit => edit.insert(at, text)))
      notify.status(
        vscode.l10n.t(
          'Inserted {0} references in {1}. {2}',
          formatted.entries.length,
          formatted.style,
          citeprocAttribution,
        ),
      );
  }

  private async format() {
    const document = this.tree.shown;
    const language = document && languageOf(document);
    const output = language ? citationLanguage(language).formattedAs : 'text';
    const items = (await this.tree.references()).flatMap(({ reference }): CslItem[] =>
      reference ? [{ ...reference.item, id: reference.key }] : [],
    );
    if (!document || !items.length) {
      void notify.information(vscode.l10n.t('This document cites nothing that its bibliographies have.'));
      return undefined;
    }
    try {
      const found = await this.bibliographies.of(document);
      const declared = found?.csl && this.bibliographies.uriOf(document, found.csl.path);
      const style = await styleOf(this.extensionUri, document.uri, declared);
      const { entries, problem } = await vscode.window.withProgress(
        { location: { viewId: views.cited }, title: vscode.l10n.t('Formatting references') },
        () => this.formatter.format(items, style.text, output),
      );
      if (problem) void notify.warning(problem);
      return { style: style.label, entries: entries.map(({ text }) => text) };
    } catch (error) {
      void notify.error(error);
      return undefined;
    }
  }
}
