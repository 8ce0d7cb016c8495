import type * as vscode from 'vscode';

const storageKey = 'literature.recent';
const remembered = 50;

/** The keys cited last in this workspace, newest first. */
export class RecentReferences {
  constructor(private readonly storage: vscode.Memento) {}

  keys(): readonly string[] {
    return this.storage.get<readonly string[]>(storageKey, []);
  }

  async add(keys: readonly string[]): Promise<void> {
    const others = this.keys().filter(key => !keys.includes(key));
    await this.storage.update(storageKey, [...keys, ...others].slice(0, remembered));
  }
}
