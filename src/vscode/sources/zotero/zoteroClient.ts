import { itemKeyOf, ownKey, type ZoteroItem } from '../../../core/bibliography/zotero/zoteroItems';

/** The user's own library, or that of a group. */
export interface ZoteroLibrary {
  /** Below `/api/`: `users/0`, `groups/42`. */
  readonly path: string;
  readonly name: string;
}

/** Why Zotero cannot be read, as far as it can be told. */
export type ZoteroTrouble = 'not running' | 'not allowed' | 'too old' | 'unexpected';

export class ZoteroError extends Error {
  override readonly name = 'ZoteroError';

  constructor(
    readonly trouble: ZoteroTrouble,
    message: string,
  ) {
    super(message);
  }
}

/** Items asked for at once: large answers take Zotero long, and the extension host to make out. */
const pageLength = 500;
const timeLimit = 60_000;

/** Zotero's local API (version 7 and later) and, where it is installed, Better BibTeX's. */
export class ZoteroClient {
  /** @param host Where Zotero listens: `http://127.0.0.1:23119`. */
  constructor(private readonly host: string) {}

  async libraries(): Promise<readonly ZoteroLibrary[]> {
    const groups = (await (await this.get('users/0/groups')).json()) as readonly {
      readonly id: number;
      readonly data?: { readonly name?: string };
      readonly name?: string;
    }[];
    const ofGroups = groups.map(({ id, data, name }) => ({
      path: `groups/${id}`,
      name: data?.name ?? name ?? String(id),
    }));
    return [{ path: 'users/0', name: 'My Library' }, ...ofGroups];
  }

  /**
   * Changes whenever the library does. The version that Zotero tells counts only what was synchronised, so that the number of items and
   * the latest change belong to it.
   */
  async stateOf({ path }: ZoteroLibrary): Promise<string> {
    const answer = await this.get(`${path}/items?sort=dateModified&direction=desc&limit=1&include=data`);
    const [latest] = (await answer.json()) as { key: string; data?: { dateModified?: string } }[];
    return [
      answer.headers.get('Total-Results'),
      answer.headers.get('Last-Modified-Version'),
      latest?.key,
      latest?.data?.dateModified,
    ].join(' ');
  }

  /** All items of a library, page by page, with how many there are in all; notes and attachments are left out by Zotero. */
  async *pages({ path }: ZoteroLibrary): AsyncGenerator<{ items: readonly ZoteroItem[]; done: number }> {
    for (let start = 0; ; start += pageLength) {
      const answer = await this.get(
        `${path}/items/top?format=csljson&sort=dateAdded&direction=asc&start=${start}&limit=${pageLength}`,
      );
      const total = Number(answer.headers.get('Total-Results') ?? 0);
      const parsed = (await answer.json()) as readonly ZoteroItem[] | { items: readonly ZoteroItem[] };
      yield {
        items: 'items' in parsed ? parsed.items : parsed,
        done: total ? Math.min(1, (start + pageLength) / total) : 1,
      };
      if (start + pageLength >= total) return;
    }
  }

  /** The keys Better BibTeX has for items that do not tell one themselves; none where it is not installed. */
  async citationKeys(
    library: ZoteroLibrary,
    items: readonly ZoteroItem[],
  ): Promise<ReadonlyMap<string, string>> {
    const prefix = await this.prefixOf(library);
    if (prefix === undefined) return new Map();
    const wanted = items.filter(item => !ownKey(item)).flatMap(item => itemKeyOf(item) ?? []);
    if (!wanted.length) return new Map();
    const keys = (await this.askBetterBibtex('item.citationkey', [wanted.map(key => prefix + key)])) as
      | Readonly<Record<string, string | null>>
      | undefined;
    return new Map(
      Object.entries(keys ?? {}).flatMap(([key, citationKey]) =>
        citationKey ? [[key.slice(prefix.length), citationKey] as const] : [],
      ),
    );
  }

  /** What Better BibTeX wants before the key of an item: nothing for the user's own library, `3:` for a group. */
  private async prefixOf({ path, name }: ZoteroLibrary): Promise<string | undefined> {
    if (path === 'users/0') return '';
    const groups = (await this.askBetterBibtex('user.groups', [])) as
      | readonly { readonly id: number; readonly name: string }[]
      | undefined;
    const group = groups?.find(one => one.name === name);
    return group && `${group.id}:`;
  }

  /** `undefined` where it is not installed, or does not know the question. */
  private async askBetterBibtex(method: string, params: readonly unknown[]): Promise<unknown> {
    const answer = await this.fetch('better-bibtex/json-rpc', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    });
    if (!answer.ok) return undefined;
    return ((await answer.json()) as { readonly result?: unknown }).result;
  }

  private async get(path: string): Promise<Response> {
    const answer = await this.fetch(`api/${path}`, { headers: { 'Zotero-API-Version': '3' } });
    if (answer.ok) return answer;
    const said = (await answer.text()).slice(0, 200);
    if (answer.status === 403) throw new ZoteroError('not allowed', said);
    if (answer.status === 404 && /endpoint/i.test(said)) throw new ZoteroError('too old', said);
    throw new ZoteroError('unexpected', `${answer.status} ${said}`);
  }

  private async fetch(path: string, options: RequestInit): Promise<Response> {
    const url = `${this.host.replace(/\/+$/, '')}/${path}`;
    try {
      return await fetch(url, { ...options, signal: AbortSignal.timeout(timeLimit) });
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      throw new ZoteroError('not running', String(cause));
    }
  }
}
