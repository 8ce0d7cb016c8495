import * as vscode from 'vscode';

/** Which files belong to the library whatever document is open. */
export interface BibliographySettings {
  /** A glob over the workspace; empty for none. */
  readonly workspace: string;
  /** Paths: absolute, below `~` or `${workspaceFolder}`, or relative to each folder. */
  readonly files: readonly string[];
  /** Paths of the same form, for documents that declare no bibliography. */
  readonly default: readonly string[];
}

export interface ZoteroSettings {
  readonly enabled: boolean;
  /** Where it listens: `http://127.0.0.1:23119`. */
  readonly host: string;
}

/** The sources that settings name. Features take these functions, so that a change of settings needs no reload. */
export const settings = {
  bibliographies(): BibliographySettings {
    const section = vscode.workspace.getConfiguration('literature.bibliographies');
    return {
      workspace: section.get('workspace', ''),
      files: section.get('files', []),
      default: section.get('default', []),
    };
  },

  zotero(): ZoteroSettings {
    const section = vscode.workspace.getConfiguration('literature.zotero');
    return { enabled: section.get('enabled', false), host: section.get('host', '') };
  },
};
