import * as vscode from 'vscode';
import { abstractPage } from '../../core/display/abstractPage';
import { titleOf } from '../../core/display/describe';
import { formatReference } from '../../core/display/formatReference';
import { shortReference } from '../../core/display/shortReference';
import { escapeHtml } from '../../core/display/text/escapeHtml';
import type { LibraryReference, LibraryService } from '../../core/library/libraryService';
import { errorMessage } from '../../core/util/errorMessage';
import { commandLink, commands } from '../commands';
import { referenceContext } from '../papers/referenceContext';
import { abstractStyle } from './abstractStyle';
import { AbstractText } from './abstractText';
import { abstractScheme, referenceOfUri } from './abstractUri';
import { abstractViewType } from './openReferences';
import { idOf, type ReferenceId } from './referenceId';
import type { ReferenceOrigins } from './referenceOrigins';
import { staticPage } from './staticPage';

/** How many papers to read next are listed. */
const relatedShown = 8;

/** What links of the page may run. Its text comes from files, so nothing else. */
const linkedCommands = [
  commands.insertCitation,
  commands.openAbstract,
  commands.openPaper,
  commands.goToEntry,
  commands.showInZotero,
  commands.addToBibliography,
  commands.copyKey,
  commands.copyBibtex,
  commands.copyReference,
];

/** A reference as the writer's citation style formats it, and the style's name. */
export interface StyledReference {
  readonly formatted: string;
  readonly style: string;
}

/** What takes a while to know of a reference: the page is shown without it, and again with it. */
interface Late extends Partial<StyledReference> {
  readonly notes?: readonly string[];
}

/** Shows abstract pages: read-only documents in the editor area, without scripts. */
export class AbstractEditor implements vscode.CustomReadonlyEditorProvider {
  static register(...parts: ConstructorParameters<typeof AbstractEditor>): vscode.Disposable {
    const [library] = parts;
    return vscode.Disposable.from(
      vscode.window.registerCustomEditorProvider(abstractViewType, new AbstractEditor(...parts), {
        webviewOptions: { enableFindWidget: true },
        supportsMultipleEditorsPerDocument: true,
      }),
      vscode.workspace.registerTextDocumentContentProvider(abstractScheme, new AbstractText(library)),
    );
  }

  constructor(
    private readonly library: LibraryService,
    private readonly origins: ReferenceOrigins,
    private readonly format: (reference: LibraryReference) => Promise<StyledReference | undefined>,
    /** The writer's notes of it in Zotero. */
    private readonly notes: (reference: LibraryReference) => Promise<readonly string[]>,
  ) {}

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => {} };
  }

  resolveCustomEditor({ uri }: vscode.CustomDocument, panel: vscode.WebviewPanel): void {
    panel.webview.options = {
      enableScripts: false,
      enableCommandUris: linkedCommands,
      localResourceRoots: [],
    };
    let late: Late = {};
    const show = async () => {
      panel.webview.html = await this.html(uri, late).catch(error =>
        page(
          vscode.l10n.t('Not Shown'),
          `<main><h1>${escapeHtml(vscode.l10n.t('Not Shown'))}</h1><p>${escapeHtml(errorMessage(error))}</p></main>`,
        ),
      );
    };
    const stopListening = this.library.onDidChange(() => void show());
    panel.onDidDispose(stopListening);
    const add = async (known: Late | undefined) => {
      if (!known) return;
      late = { ...late, ...known };
      await show();
    };
    void show().then(async () => {
      const reference = await this.referenceAt(uri);
      if (!reference) return;
      // A style takes a second to get ready, and Zotero to answer.
      void this.format(reference).then(add, () => undefined);
      void this.notes(reference).then(notes => add(notes.length ? { notes } : undefined));
    });
  }

  private async referenceAt(uri: vscode.Uri): Promise<LibraryReference | undefined> {
    const id = referenceOfUri(uri);
    return id && (await this.library.find([id.key], id.source ? [id.source] : []))[0];
  }

  private async html(uri: vscode.Uri, { notes, formatted, style }: Late): Promise<string> {
    const reference = await this.referenceAt(uri);
    if (!reference) return this.outsideHtml(referenceOfUri(uri), uri);
    const [bibtex, related, topics] = await Promise.all([
      this.library.bibtex(reference.key, [reference.origin.source]),
      this.library.related(reference.key, relatedShown),
      this.topicsOf(reference),
    ]);
    const body = abstractPage(reference, {
      topics,
      formatted: formatted ?? formatReference(reference.item),
      ...(style && { style }),
      ...(notes && { notes }),
      actions: actionsFor(reference),
      howToCite: [
        { label: 'Markdown', text: `[@${reference.key}]` },
        { label: 'LaTeX', text: `\\cite{${reference.key}}` },
        { label: 'Typst', text: `@${reference.key}` },
      ],
      related: related.map(one => ({
        label: `${titleOf(one.item)} (${shortReference(one.item)})`,
        url: commandLink(commands.openAbstract, idOf(one)),
      })),
      origins: this.origins.of(reference.item),
      ...(bibtex && { bibtex }),
    });
    return page(titleOf(reference.item), body);
  }

  /** The page of what was found outside, and is in no file yet. */
  private outsideHtml(id: ReferenceId | undefined, uri: vscode.Uri): string {
    const reference = id && this.origins.found(id);
    if (!reference) return page(vscode.l10n.t('Not found'), missing(id?.key ?? uri.toString()));
    const { item } = reference;
    const options = { formatted: formatReference(item), origins: this.origins.of(item) };
    return page(titleOf(item), abstractPage(reference, options));
  }

  private async topicsOf({ item }: LibraryReference): Promise<string[]> {
    const ids = item.custom?.topics ?? [];
    if (!ids.length) return [];
    const topics = await this.library.groups('topic');
    return ids.map(id => topics.find(topic => topic.id === id)?.label ?? id);
  }
}

function actionsFor(reference: LibraryReference) {
  const id = idOf(reference);
  const context = referenceContext(reference).split(' ');
  const links = [
    { needs: 'paper', label: vscode.l10n.t('Open Paper'), url: commandLink(commands.openPaper, id) },
    { needs: 'entry', label: vscode.l10n.t('Go to Entry'), url: commandLink(commands.goToEntry, id) },
    { needs: 'zotero', label: vscode.l10n.t('Show in Zotero'), url: commandLink(commands.showInZotero, id) },
  ];
  return [
    { label: vscode.l10n.t('Insert Citation'), url: commandLink(commands.insertCitation, id) },
    ...links.filter(({ needs }) => context.includes(needs)),
    { label: vscode.l10n.t('Add to Bibliography'), url: commandLink(commands.addToBibliography, id) },
    { label: vscode.l10n.t('Copy Key'), url: commandLink(commands.copyKey, id) },
    { label: vscode.l10n.t('Copy BibTeX'), url: commandLink(commands.copyBibtex, id) },
    { label: vscode.l10n.t('Copy Formatted Reference'), url: commandLink(commands.copyReference, id) },
  ];
}

function missing(key: string): string {
  const title = escapeHtml(vscode.l10n.t('Not in the Library'));
  const text = vscode.l10n.t('No source has “{0}” now. It shows here as soon as one does.', key);
  return `<main><h1>${title}</h1><p>${escapeHtml(text)}</p></main>`;
}

function page(title: string, body: string): string {
  return staticPage(title, body, abstractStyle);
}
