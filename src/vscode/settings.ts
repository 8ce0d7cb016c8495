import * as vscode from 'vscode';
import { type ServiceId, serviceIds } from '../core/catalogs/catalog';
import { type Endpoints, readEndpoint } from '../online/endpoints';

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

/** Which public catalogs may be asked, and how. Only the writer's own settings count, never a workspace's. */
export interface CatalogSettings {
  readonly enabled: boolean;
  /** In the order they are asked. */
  readonly services: readonly ServiceId[];
  /** Those that words are sent to. */
  readonly searched: readonly ServiceId[];
  readonly endpoints: Endpoints;
  /** Another base address of the repository of citation styles; empty for its own. */
  readonly styles: string;
  /** Empty when none is given. */
  readonly email: string;
  /** Show an entry before it is written. */
  readonly review: boolean;
  /** What a paste of an identifier does first. */
  readonly paste: 'text' | 'citation';
}

/**
 * What a setting of ours says where `scope` is: a document, a folder. Settings files are written by hand, and may hold anything: what is not
 * of the kind of `otherwise`, which is the default that `package.json` declares, counts as not written.
 */
export function setting<T extends boolean | string | readonly string[]>(
  name: string,
  otherwise: T,
  scope?: vscode.ConfigurationScope,
): Widened<T> {
  const value = vscode.workspace.getConfiguration('literature', scope).get<unknown>(name);
  if (Array.isArray(otherwise)) return (Array.isArray(value) ? textsOf(value) : otherwise) as Widened<T>;
  return (typeof value === typeof otherwise ? value : otherwise) as Widened<T>;
}

type Widened<T> = T extends boolean ? boolean : T extends string ? string : readonly string[];

/** Whether a setting of another extension says `false`: `latex-workshop.hover.citation.enabled`. */
export function isSwitchedOff(name: string, scope?: vscode.ConfigurationScope): boolean {
  return vscode.workspace.getConfiguration(undefined, scope).get(name) === false;
}

/** Writes a setting of ours. */
export async function changeSetting(
  name: string,
  value: unknown,
  target: vscode.ConfigurationTarget,
  scope?: vscode.ConfigurationScope,
): Promise<void> {
  await vscode.workspace.getConfiguration('literature', scope).update(name, value, target);
}

/** Writes a setting of ours where it is set already, so that it takes effect, else for the user. */
export async function changeSettingInPlace(name: string, value: unknown): Promise<void> {
  const known = vscode.workspace.getConfiguration('literature').inspect(name);
  const isOfWorkspace = known?.workspaceFolderValue !== undefined || known?.workspaceValue !== undefined;
  const { Workspace, Global } = vscode.ConfigurationTarget;
  await changeSetting(name, value, isOfWorkspace ? Workspace : Global);
}

/** The sources that settings name. Features take these functions, so that a change of settings needs no reload. */
export const settings = {
  bibliographies(): BibliographySettings {
    return {
      workspace: setting('bibliographies.workspace', '**/*.{bib,bibtex,biblatex,csljson,ris}'),
      files: setting('bibliographies.files', []),
      default: setting('bibliographies.default', []),
    };
  },

  /** Whether the bundled collection is part of the library. */
  withCollection(): boolean {
    return setting('collection.enabled', true);
  },

  catalogs(): CatalogSettings {
    const section = vscode.workspace.getConfiguration('literature.catalogs');
    const endpoints = section.get<unknown>('endpoints');
    return {
      enabled: section.get('enabled') === true,
      services: servicesOf(section.get('services')),
      searched: servicesOf(section.get('searched')),
      endpoints: endpointsOf(endpoints),
      styles: readEndpoint(textOf((endpoints as { styles?: unknown } | null | undefined)?.styles)) ?? '',
      email: /^[^\s@]+@[^\s@]+$/.exec(textOf(section.get('email')).trim())?.[0] ?? '',
      review: section.get('review') === true,
      paste: section.get('paste') === 'citation' ? 'citation' : 'text',
    };
  },

  /** Papers are to be read for search by meaning. */
  understands(): boolean {
    return setting('meaning.enabled', true);
  },

  zotero(): ZoteroSettings {
    return {
      enabled: setting('zotero.enabled', false),
      host: setting('zotero.host', 'http://127.0.0.1:23119'),
    };
  },
};

function servicesOf(value: unknown): readonly ServiceId[] {
  return [...new Set(textsOf(value))].filter((id): id is ServiceId => serviceIds.includes(id as ServiceId));
}

/** Addresses that are none are left out: the service itself is asked. */
function endpointsOf(value: unknown): Endpoints {
  return Object.fromEntries(
    Object.entries(typeof value === 'object' && value !== null ? value : {}).flatMap(([id, address]) => {
      const base = serviceIds.includes(id as ServiceId) ? readEndpoint(textOf(address)) : undefined;
      return base ? [[id, base]] : [];
    }),
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(one => typeof one === 'string') : [];
}
