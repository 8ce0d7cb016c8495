import * as vscode from 'vscode';
import { citableItems } from '../../../core/bibliography/zotero/zoteroItems';
import type { LibraryReference, LibraryService } from '../../../core/library/libraryService';
import { zoteroPlaceOf } from '../../../core/library/papers/zoteroLinks';
import type { Source } from '../../../core/model/source';
import type { ZoteroSettings } from '../../settings';
import { type ZoteroAttachment, ZoteroClient, type ZoteroLibrary } from './zoteroClient';
import { zoteroMessage } from './zoteroMessage';

/** How often a Zotero that is in use is asked whether something changed. */
const interval = 30_000;

interface Shown {
  readonly source: Source;
  readonly library: ZoteroLibrary;
  state: string | undefined;
}

/** The libraries of a running Zotero as sources, while the setting says so. */
export class ZoteroSources implements vscode.Disposable {
  private readonly shown = new Map<string, Shown>();
  private readonly disposables: vscode.Disposable[];
  private running: Promise<string | undefined> | undefined;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly library: LibraryService,
    private readonly settings: () => ZoteroSettings,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.disposables = [
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('literature.zotero')) void this.restart();
      }),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused && this.timer) void this.refresh();
      }),
    ];
  }

  dispose(): void {
    clearInterval(this.timer);
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** Reads Zotero if it is wanted, and follows it from then on. */
  async start(): Promise<void> {
    if (!this.settings().enabled || this.timer) return;
    this.timer = setInterval(() => {
      if (vscode.window.state.focused) void this.refresh();
    }, interval);
    await this.refresh();
  }

  /** What is attached to an item; empty where Zotero is not used, or does not answer. */
  attachments(libraryPath: string, itemKey: string): Promise<readonly ZoteroAttachment[]> {
    return this.below(itemKey, client => client.attachments(libraryPath, itemKey));
  }

  /** The notes of a reference, given as each of its sources has it, as plain text; empty where Zotero is not used, or does not answer. */
  async notes(entries: readonly LibraryReference[]): Promise<readonly string[]> {
    const places = entries.flatMap(({ item }) => zoteroPlaceOf(item) ?? []);
    const notes = await Promise.all(
      places.map(place => this.below(place.item, client => client.notes(place.library, place.item))),
    );
    return notes.flat();
  }

  private async below<T>(
    itemKey: string,
    ask: (client: ZoteroClient) => Promise<readonly T[]>,
  ): Promise<readonly T[]> {
    const { enabled, host } = this.settings();
    if (!enabled) return [];
    return ask(new ZoteroClient(host)).catch(error => {
      this.log.info(`Zotero did not say what belongs to ${itemKey}: ${String(error)}`);
      return [];
    });
  }

  async refreshIfUsed(): Promise<string | undefined> {
    return this.settings().enabled ? this.refresh() : undefined;
  }

  /** Reads what changed since. Gives what is wrong, for people, when something is. */
  private refresh(): Promise<string | undefined> {
    this.running ??= this.read().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  /** Reads everything again, into a library that was started anew. */
  async reload(): Promise<void> {
    for (const shown of this.shown.values()) shown.state = undefined;
    if (this.timer) await this.refresh();
  }

  private async restart(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    await this.running;
    await this.dropAll(() => true);
    await this.start();
  }

  private async read(): Promise<string | undefined> {
    const { host } = this.settings();
    const client = new ZoteroClient(host);
    try {
      const libraries = await client.libraries();
      await this.dropAll(id => !libraries.some(library => idOf(library) === id));
      for (const library of libraries) await this.readLibrary(client, library);
      return undefined;
    } catch (error) {
      const failure = zoteroMessage(error, host, vscode.env.remoteName !== undefined);
      this.log.info(`${failure} (${String(error)})`);
      await this.fail(failure);
      return failure;
    }
  }

  private async readLibrary(client: ZoteroClient, library: ZoteroLibrary): Promise<void> {
    const shown = this.shown.get(idOf(library)) ?? { source: sourceOf(library), library, state: undefined };
    const state = await client.stateOf(library);
    if (state === shown.state) return;
    this.shown.set(shown.source.id, shown);
    await this.library.announce(shown.source);
    const filing = await client.filing(library).catch(error => {
      this.log.info(`Zotero did not say how its items are filed: ${String(error)}`);
      return new Map();
    });
    const taken = new Set<string>();
    const pages: Uint8Array[] = [];
    for await (const { items } of client.pages(library)) {
      const keys = await client.citationKeys(library, items);
      for (const item of citableItems(items, keys, taken, library.path, filing))
        pages.push(encoder.encode(`${pages.length ? ',\n' : '['}${JSON.stringify(item)}`));
    }
    pages.push(encoder.encode(pages.length ? ']' : '[]'));
    const { count } = await this.library.load(shown.source, joined(pages), { settled: true });
    shown.state = state;
    this.log.debug(`${shown.source.label}: ${count} references.`);
  }

  /** Says at each source why it is not up to date; what was read before stays. */
  private async fail(failure: string): Promise<void> {
    if (this.shown.size === 0) {
      const library = { path: 'users/0', name: vscode.l10n.t('My Library') };
      this.shown.set(idOf(library), { source: sourceOf(library), library, state: undefined });
    }
    for (const shown of this.shown.values()) {
      shown.state = undefined;
      await this.library.load(shown.source, undefined, { failure });
    }
  }

  private async dropAll(isGone: (id: string) => boolean): Promise<void> {
    for (const id of this.shown.keys())
      if (isGone(id)) {
        this.shown.delete(id);
        await this.library.drop(id);
      }
  }
}

const encoder = new TextEncoder();

function idOf({ path }: ZoteroLibrary): string {
  return `zotero:${path}`;
}

function sourceOf(library: ZoteroLibrary): Source {
  return {
    id: idOf(library),
    kind: 'zotero',
    label: vscode.l10n.t('Zotero: {0}', library.name),
    format: 'csl-json',
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
