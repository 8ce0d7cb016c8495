import * as vscode from 'vscode';
import { isObject, parseJson } from '../../core/catalogs/json';
import { type AnswerCache, type KeptAnswer, MemoryCache } from '../../online/answerCache';
import { Debouncer } from '../debouncer';
import { readFile } from '../files/fileAccess';

const fileName = 'catalogs.json';
/** Written down so long after the last new answer, in milliseconds. */
const writeAfter = 1000;

/** The answers of catalogs, also over restarts: one file in the extension's storage, of a few megabytes at most. */
export class CatalogCache implements AnswerCache, vscode.Disposable {
  private readonly answers = new MemoryCache();
  private reading: Promise<void> | undefined;
  private readonly writing = new Debouncer();

  constructor(
    private readonly folder: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** To be awaited before the first question. */
  ready(): Promise<void> {
    this.reading ??= this.read();
    return this.reading;
  }

  get(key: string): KeptAnswer | undefined {
    return this.answers.get(key);
  }

  set(key: string, answer: KeptAnswer): void {
    this.answers.set(key, answer);
    this.writing.start(fileName, writeAfter, () => void this.write());
  }

  async clear(): Promise<void> {
    this.answers.clear();
    this.writing.cancel(fileName);
    await this.write();
  }

  dispose(): void {
    this.writing.runNow(fileName);
  }

  private async read(): Promise<void> {
    try {
      const bytes = await readFile(this.file());
      const entries = parseJson(new TextDecoder().decode(bytes));
      for (const entry of Array.isArray(entries) ? entries : []) {
        const [key, answer] = Array.isArray(entry) ? entry : [];
        const { body, time } = isObject(answer) ? answer : {};
        if (
          typeof key === 'string' &&
          typeof time === 'number' &&
          (typeof body === 'string' || body === null)
        )
          this.answers.set(key, { body, time });
      }
    } catch {
      // None was written yet, or it is damaged: nothing is lost with it.
    }
  }

  private async write(): Promise<void> {
    try {
      await vscode.workspace.fs.createDirectory(this.folder);
      const text = JSON.stringify(this.answers.entries());
      await vscode.workspace.fs.writeFile(this.file(), new TextEncoder().encode(text));
    } catch (error) {
      this.log.warn(`The answers of catalogs could not be kept: ${String(error)}`);
    }
  }

  private file(): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, fileName);
  }
}
