import * as vscode from 'vscode';
import { spawnWorker } from '#spawnWorker';
import { bundledLocales } from '../../core/display/citationStyle/bundledStyles';
import type {
  FormattedBibliography,
  OutputFormat,
} from '../../core/display/citationStyle/formatBibliography';
import type { CslItem } from '../../core/model/reference';
import type { FormatAnswer, FormatRequest } from '../../worker/formatter';
import type { Thread } from '../threads/thread';

/** Formats references by citation styles, in a thread of its own that starts with the first request. */
export class FormatterHost implements vscode.Disposable {
  private readonly waiting = new Map<number, (bibliography: FormattedBibliography | Error) => void>();
  private thread: Promise<Thread> | undefined;
  private locales: Promise<Record<string, string>> | undefined;
  private requests = 0;

  constructor(private readonly extensionUri: vscode.Uri) {}

  dispose(): void {
    void this.thread?.then(thread => thread.end());
  }

  /** `style` is the text of a `.csl` file. What it cannot format is listed plainly, with the problem said. */
  async format(
    items: readonly CslItem[],
    style: string,
    output: OutputFormat,
    language?: string,
  ): Promise<FormattedBibliography> {
    this.thread ??= this.start();
    this.locales ??= this.readLocales();
    const [{ port }, locales] = await Promise.all([this.thread, this.locales]);
    const id = ++this.requests;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, answer => (answer instanceof Error ? reject(answer) : resolve(answer)));
      const request: FormatRequest = { id, items, style, locales, output, ...(language ? { language } : {}) };
      port.post(request);
    });
  }

  private async start(): Promise<Thread> {
    const thread = await spawnWorker(this.extensionUri, 'formatterWorker');
    thread.port.onMessage(message => {
      const { id, bibliography } = message as FormatAnswer;
      this.waiting.get(id)?.(bibliography);
      this.waiting.delete(id);
    });
    thread.onFailure(reason => {
      this.thread = undefined;
      for (const fail of this.waiting.values())
        fail(new Error(`The references could not be formatted: ${reason}`));
      this.waiting.clear();
    });
    return thread;
  }

  private async readLocales(): Promise<Record<string, string>> {
    const folder = vscode.Uri.joinPath(this.extensionUri, 'dist/styles');
    const texts = await Promise.all(
      bundledLocales.map(async locale => {
        const uri = vscode.Uri.joinPath(folder, `locales-${locale}.xml`);
        return [locale, new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))] as const;
      }),
    );
    return Object.fromEntries(texts);
  }
}
