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

  /** To the clipboard, as plain text. */
  async copy(): Promise<void> {
    const formatted = await this.format('text');
    if (!formatted) return;
    await vscode.env.clipboard.writeText(`${formatted.entries.join('\n')}\n`);
    notify.status(
      `Copied ${formatted.entries.length} references in ${formatted.style}. ${citeprocAttribution}`,
    );
  }

  /** At the cursor of the document: a list in Markdown, plain lines elsewhere. */
  async insert(): Promise<void> {
    const document = this.tree.shown;
    if (!document) return;
    const language = languageOf(document);
    const output = language ? citationLanguage(language).formattedAs : 'text';
    const formatted = await this.format(output);
    if (!formatted) return;
    const editor = await vscode.window.showTextDocument(document, { preserveFocus: false });
    const separator = output === 'markdown' ? '\n\n' : '\n';
    if (await editor.edit(edit => edit.insert(editor.selection.end, formatted.entries.join(separator))))
      notify.status(
        `Inserted ${formatted.entries.length} references in ${formatted.style}. ${citeprocAttribution}`,
      );
  }

  private async format(output: 'text' | 'markdown') {
    const document = this.tree.shown;
    const items = (await this.tree.references()).flatMap(({ reference }): CslItem[] =>
      reference ? [{ ...reference.item, id: reference.key }] : [],
    );
    if (!document || !items.length) {
      void notify.information('This document cites nothing that its bibliographies have.');
      return undefined;
    }
    try {
      const found = await this.bibliographies.of(document);
      const declared = found?.csl && this.bibliographies.uriOf(document, found.csl.path);
      const style = await styleOf(this.extensionUri, document.uri, declared);
      const { entries, problem } = await vscode.window.withProgress(
        { location: { viewId: views.cited }, title: 'Formatting references' },
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
