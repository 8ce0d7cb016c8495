import type MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';
import type { MarkdownDocument } from '../../core/citing/markdown/readMarkdown';
import { citationsPlugin, type ShownDocument } from '../../core/preview/markdownItPlugin';
import { sameAnswer } from '../../core/preview/previewAnswer';
import { previewRequest } from '../../core/preview/previewRequest';
import { BoundedCache } from '../../core/util/collections/boundedCache';
import { Debouncer } from '../debouncer';
import type { ResolutionChanges } from '../documents/changes/resolutionChanges';
import type { CitingDocuments } from '../documents/citingDocuments';
import { setting } from '../settings';
import type { PreviewFormatting } from './previewFormatting';

/** VS Code renders a preview that long after an edit, in milliseconds: what is known by then needs no refresh. */
const renderedAfter = 450;
/** The library changes in bursts while it is read. */
const burst = 200;
/** Documents remembered, of those that were shown last. */
const maxDocuments = 40;

/** A document that VS Code's preview has rendered. */
interface Previewed {
  readonly uri: vscode.Uri;
  /** What the answer depends on, as it was when it was asked for. */
  asked?: string;
  answer?: ShownDocument | undefined;
  /** What the preview shows. */
  rendered?: ShownDocument | undefined;
  /** What the preview has been told to show since it rendered last; `null` for nothing. */
  refreshed: ShownDocument | undefined | null;
  editedAt: number;
  asking: boolean;
  askAgain: boolean;
}

/**
 * Citations in VS Code's Markdown preview. It renders at once what it has, so it is given what is known by then; what the library and the
 * formatter say later is shown by a refresh, once for each answer that is another than the one before.
 */
export class PreviewCitations implements vscode.Disposable {
  private readonly previewed = new BoundedCache<string, Previewed>(maxDocuments);
  private readonly timers = new Debouncer();
  private readonly disposables: vscode.Disposable[];
  /** Counts the changes of what documents do not say themselves. */
  private state = 0;

  constructor(
    private readonly documents: CitingDocuments,
    private readonly formatting: PreviewFormatting,
    private readonly log: vscode.LogOutputChannel,
    changes: ResolutionChanges,
  ) {
    const outdated = () => {
      this.state++;
      if (this.all.length) this.timers.start('ask', burst, () => this.askForAll());
    };
    const styles = vscode.workspace.createFileSystemWatcher('**/*.csl');
    this.disposables = [
      changes,
      styles,
      this.timers,
      changes.event(outdated),
      styles.onDidCreate(outdated),
      styles.onDidChange(outdated),
      styles.onDidDelete(outdated),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const previewed = this.previewed.get(document.uri.toString());
        if (!previewed || !contentChanges.length) return;
        previewed.editedAt = Date.now();
        void this.ask(previewed);
      }),
      vscode.workspace.onDidChangeConfiguration(change => {
        if (change.affectsConfiguration('literature.preview') && this.all.length) void refreshPreviews();
      }),
    ];
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** What VS Code asks of extensions that add to its Markdown. */
  readonly extendMarkdownIt = (md: MarkdownIt): MarkdownIt =>
    citationsPlugin(md, environment =>
      this.shown((environment as { currentDocument?: unknown } | undefined)?.currentDocument),
    );

  private shown(uri: unknown): ShownDocument | undefined {
    if (!(uri instanceof vscode.Uri)) return undefined;
    if (!setting('preview.enabled', true, uri)) return undefined;
    const previewed = this.previewed.getOrMake(uri.toString(), () => newlyPreviewed(uri));
    previewed.rendered = previewed.answer;
    previewed.refreshed = null;
    void this.ask(previewed);
    return previewed.answer;
  }

  private get all(): Previewed[] {
    return this.previewed.entries().map(([, previewed]) => previewed);
  }

  private askForAll(): void {
    for (const previewed of this.all) void this.ask(previewed);
  }

  /** Asks for the answer to a document as it is now, unless nothing it depends on has changed. */
  private async ask(previewed: Previewed): Promise<void> {
    previewed.askAgain = previewed.asking;
    if (previewed.asking) return;
    previewed.asking = true;
    try {
      do {
        previewed.askAgain = false;
        await this.askOnce(previewed);
      } while (previewed.askAgain);
    } catch (error) {
      this.log.error(error instanceof Error ? error : String(error));
    } finally {
      previewed.asking = false;
    }
  }

  private async askOnce(previewed: Previewed): Promise<void> {
    const document = await vscode.workspace.openTextDocument(previewed.uri);
    const reading = await this.documents.citationsInProject(document);
    if (reading?.language !== 'markdown') return;
    const markdown = reading as MarkdownDocument;
    const text = document.getText();
    const request = previewRequest(text, markdown);
    const metadata = markdown.metadata.map(({ start, end }) => text.slice(start, end));
    const asked = JSON.stringify([this.state, markdown.dialect, request, metadata]);
    if (asked === previewed.asked) return;
    previewed.asked = asked;
    const applied = await this.documents.bibliographiesOf(document);
    const answer = await this.formatting.answer(document, markdown, request, applied);
    if (sameAnswer(answer, previewed.answer?.answer)) return;
    previewed.answer = answer && { answer, dialect: markdown.dialect };
    const wait = Math.max(0, previewed.editedAt + renderedAfter - Date.now());
    this.timers.start('refresh', wait, () => this.refresh());
  }

  /** Has the preview render again, where it shows something else than what is known by now. */
  private refresh(): void {
    const outdated = this.all.filter(
      ({ answer, rendered, refreshed }) => answer !== rendered && answer !== refreshed,
    );
    for (const previewed of outdated) previewed.refreshed = previewed.answer;
    if (outdated.length) void refreshPreviews();
  }
}

function newlyPreviewed(uri: vscode.Uri): Previewed {
  return { uri, refreshed: null, editedAt: 0, asking: false, askAgain: false };
}

async function refreshPreviews(): Promise<void> {
  // Gone with the extension that has the preview, which can be switched off.
  await vscode.commands.executeCommand('markdown.preview.refresh').then(undefined, () => {});
}
