import * as vscode from 'vscode';
import { bundledLocales } from '../../core/display/citationStyle/bundledStyles';
import type { CitingDocument, FormattedDocument } from '../../core/display/citationStyle/citingDocument';
import {
  type FormattedBibliography,
  formattedPlainly,
  type OutputFormat,
} from '../../core/display/citationStyle/formattedPlainly';
import type { CslItem } from '../../core/model/reference';
import type {
  DocumentRequest,
  FormatRequest,
  FormatterAnswer,
  FormatterRequest,
} from '../../worker/formatter';
import { readFile } from '../files/fileAccess';
import { RequestThread, ThreadLimitError } from '../threads/requestThread';

/** A style takes a second or two to get ready, and each reference milliseconds; one that takes this long will not end. */
const styleMilliseconds = 20_000;
const referenceMilliseconds = 50;

/** Formats references by citation styles, in a thread of its own that starts with the first request. */
export class FormatterHost implements vscode.Disposable {
  private readonly thread: RequestThread<FormatterRequest, FormatterAnswer<FormatterRequest>>;
  private locales: Promise<Record<string, string>> | undefined;

  constructor(private readonly extensionUri: vscode.Uri) {
    this.thread = new RequestThread(extensionUri, 'formatterWorker');
  }

  dispose(): void {
    this.thread.dispose();
  }

  /** `style` is the text of a `.csl` file. What it cannot format is listed plainly, with the problem said. */
  async format(
    items: readonly CslItem[],
    style: string,
    output: OutputFormat,
    language?: string,
  ): Promise<FormattedBibliography> {
    const request: FormatRequest = {
      items,
      style,
      locales: await this.localesRead(),
      output,
      ...(language ? { language } : {}),
    };
    try {
      return await this.ask(request, items.length);
    } catch (error) {
      if (!(error instanceof ThreadLimitError)) throw error;
      return formattedPlainly(
        items,
        vscode.l10n.t('The citation style could not be used: {0}.', error.message),
        output,
      );
    }
  }

  /** All citations of a document with its list of references, as HTML. Throws `ThreadLimitError` where the style comes to no end. */
  async formatDocument(
    document: CitingDocument,
    style: string,
    language?: string,
  ): Promise<FormattedDocument> {
    const locales = await this.localesRead();
    const request: DocumentRequest = { document, style, locales, ...(language ? { language } : {}) };
    return this.ask(request, document.items.length + document.citations.length);
  }

  private ask<Request extends FormatterRequest>(
    request: Request,
    size: number,
  ): Promise<FormatterAnswer<Request>> {
    const milliseconds = styleMilliseconds + referenceMilliseconds * size;
    const texts = vscode.l10n.bundle;
    return this.thread.ask({ ...request, ...(texts && { texts }) }, milliseconds) as Promise<
      FormatterAnswer<Request>
    >;
  }

  private localesRead(): Promise<Record<string, string>> {
    this.locales ??= this.readLocales();
    return this.locales;
  }

  private async readLocales(): Promise<Record<string, string>> {
    const folder = vscode.Uri.joinPath(this.extensionUri, 'dist/styles');
    const texts = await Promise.all(
      bundledLocales.map(async locale => {
        const uri = vscode.Uri.joinPath(folder, `locales-${locale}.xml`);
        return [locale, new TextDecoder().decode(await readFile(uri))] as const;
      }),
    );
    return Object.fromEntries(texts);
  }
}
