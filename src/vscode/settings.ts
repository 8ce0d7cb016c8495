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
      workspace: textOf(section.get('workspace')),
      files: textsOf(section.get('files')),
      default: textsOf(section.get('default')),
    };
  },

  /** Whether the bundled collection is part of the library. */
  withCollection(): boolean {
    return vscode.workspace.getConfiguration('literature.collection').get('enabled') !== false;
  },

  zotero(): ZoteroSettings {
    const section = vscode.workspace.getConfiguration('literature.zotero');
    return { enabled: section.get('enabled') === true, host: textOf(section.get('host')) };
  },
};

/** Settings files are written by hand, and may hold anything. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(one => typeof one === 'string') : [];
}
