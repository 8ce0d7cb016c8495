import type * as vscode from 'vscode';

const memoryKey = 'literature.answeredPlaces';
/** Documents whose answers are kept: the last ones answered for. */
const maxKept = 300;

/** Where the writer wants the entries of each document, once asked: kept with the user, and written into no file of the workspace. */
export class AnsweredPlaces {
  constructor(private readonly memory: vscode.Memento) {}

  /** The bibliography, by its address; `undefined` where nothing was answered. */
  of({ uri }: vscode.TextDocument): string | undefined {
    return this.kept().find(([document]) => document === uri.toString())?.[1];
  }

  async remember({ uri, isUntitled }: vscode.TextDocument, bibliography: vscode.Uri): Promise<void> {
    // Names of what was never saved are given anew.
    if (isUntitled) return;
    const others = this.kept().filter(([document]) => document !== uri.toString());
    await this.memory.update(
      memoryKey,
      [[uri.toString(), bibliography.toString()], ...others].slice(0, maxKept),
    );
  }

  private kept(): readonly (readonly [document: string, bibliography: string])[] {
    return this.memory.get(memoryKey, []);
  }
}
