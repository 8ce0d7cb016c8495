import {
  itemKeyOf,
  ownKey,
  type ZoteroFiling,
  type ZoteroItem,
} from '../../../core/bibliography/zotero/zoteroItems';
import { readAbstract } from '../../../core/catalogs/text/abstract';
import { errorMessage } from '../../../core/util/errorMessage';
import { boundedJson, TooLongError } from './boundedJson';
import { collectionNames, filingOf } from './zoteroFiling';

/** The user's own library, or that of a group. */
export interface ZoteroLibrary {
  /** Below `/api/`: `users/0`, `groups/42`. */
  readonly path: string;
  readonly name: string;
}

/** What is attached to an item. */
export interface ZoteroAttachment {
  readonly key: string;
  readonly title: string;
  readonly isPdf: boolean;
  /** The address, of an attachment that is nothing but a link. */
  readonly url?: string;
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

/** Items asked for at once: large answers take Zotero long, and the extension host to make out. Where they are too long, fewer are asked for. */
const pageLength = 500;
const maxPageBytes = 8_000_000;
/** No library has more, whatever it says. */
const maxItems = 5_000_000;
const timeLimit = 60_000;

/** Zotero's local API (version 7 and later) and, where it is installed, Better BibTeX's. */
export class ZoteroClient {
  /** @param host Where Zotero listens: `http://127.0.0.1:23119`. */
  constructor(private readonly host: string) {}

  async libraries(): Promise<readonly ZoteroLibrary[]> {
    const groups = await this.list('users/0/groups');
    const ofGroups = groups.flatMap(({ id, data, name }) => {
      const named = isRecord(data) ? (data.name ?? name) : name;
      return Number.isInteger(id) ? [{ path: `groups/${id}`, name: String(named ?? id) }] : [];
    });
    return [{ path: 'users/0', name: 'My Library' }, ...ofGroups];
  }

  /**
   * Changes whenever the library does. The version that Zotero tells counts only what was synchronised, so that the number of items and
   * the latest change belong to it.
   */
  async stateOf({ path }: ZoteroLibrary): Promise<string> {
    const answer = await this.get(`${path}/items?sort=dateModified&direction=desc&limit=1&include=data`);
    const [latest] = records(await jsonOf(answer));
    return [
      answer.headers.get('Total-Results'),
      answer.headers.get('Last-Modified-Version'),
      latest?.key,
      isRecord(latest?.data) ? latest.data.dateModified : undefined,
    ].join(' ');
  }

  /** All items of a library, page by page, with how many there are in all; notes and attachments are left out by Zotero. */
  async *pages({ path }: ZoteroLibrary): AsyncGenerator<{ items: readonly ZoteroItem[]; done: number }> {
    let length = pageLength;
    for (let start = 0; start < maxItems; ) {
      const answer = await this.get(
        `${path}/items/top?format=csljson&sort=dateAdded&direction=asc&start=${start}&limit=${length}`,
      );
      const total = Number(answer.headers.get('Total-Results') ?? 0);
      let parsed: unknown;
      try {
        parsed = await boundedJson(answer, maxPageBytes);
      } catch (error) {
        if (!(error instanceof TooLongError) || length === 1) throw notUnderstood(error);
        length = Math.ceil(length / 5);
        continue;
      }
      const items = records(isRecord(parsed) ? parsed.items : parsed) as unknown as readonly ZoteroItem[];
      start += length;
      yield { items, done: total ? Math.min(1, start / total) : 1 };
      // One that gives nothing any more has no more, whatever it says.
      if (start >= total || items.length === 0) return;
    }
  }

  /** How the items of a library are filed, by their keys. */
  async filing({ path }: ZoteroLibrary): Promise<ReadonlyMap<string, ZoteroFiling>> {
    const names = collectionNames(await this.list(`${path}/collections`));
    const filing = new Map<string, ZoteroFiling>();
    for (let start = 0; start < maxItems; start += pageLength) {
      const items = await this.list(
        `${path}/items/top?include=data&sort=dateAdded&direction=asc&start=${start}&limit=${pageLength}`,
      );
      for (const { key, data } of items) if (isRecord(data)) filing.set(String(key), filingOf(data, names));
      if (items.length < pageLength) break;
    }
    return filing;
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
    const keys = await this.askBetterBibtex('item.citationkey', [wanted.map(key => prefix + key)]);
    return new Map(
      Object.entries(isRecord(keys) ? keys : {}).flatMap(([key, citationKey]) =>
        typeof citationKey === 'string' && citationKey
          ? [[key.slice(prefix.length), citationKey] as const]
          : [],
      ),
    );
  }

  /** What is attached to an item, PDFs first; notes are not. */
  async attachments(libraryPath: string, itemKey: string): Promise<readonly ZoteroAttachment[]> {
    const children = await this.children(libraryPath, itemKey);
    const attached = children.flatMap(({ key, data }): ZoteroAttachment[] => {
      if (!isRecord(data) || data.itemType !== 'attachment' || !/^[A-Z0-9]{8}$/.test(String(key))) return [];
      const isLink = data.linkMode === 'linked_url';
      return [
        {
          key: String(key),
          title: String(data.title || data.filename || key),
          isPdf: data.contentType === 'application/pdf',
          ...(isLink && { url: String(data.url) }),
        },
      ];
    });
    return attached.sort((a, b) => Number(b.isPdf) - Number(a.isPdf));
  }

  /** The notes below an item, as plain text in paragraphs, those made first before others. */
  async notes(libraryPath: string, itemKey: string): Promise<readonly string[]> {
    const children = await this.children(libraryPath, itemKey);
    const notes = children.flatMap(({ data }) => (isRecord(data) && data.itemType === 'note' ? [data] : []));
    const made = ({ dateAdded }: Record<string, unknown>) => String(dateAdded ?? '');
    return notes
      .sort((a, b) => made(a).localeCompare(made(b)))
      .flatMap(({ note }) => readAbstract(note) ?? []);
  }

  private children(libraryPath: string, itemKey: string): Promise<readonly Record<string, unknown>[]> {
    return this.list(`${libraryPath}/items/${itemKey}/children`);
  }

  /** What Better BibTeX wants before the key of an item: nothing for the user's own library, `3:` for a group. */
  private async prefixOf({ path, name }: ZoteroLibrary): Promise<string | undefined> {
    if (path === 'users/0') return '';
    const groups = await this.askBetterBibtex('user.groups', []);
    const group = (Array.isArray(groups) ? groups.filter(isRecord) : []).find(one => one.name === name);
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
    const parsed = await jsonOf(answer);
    return isRecord(parsed) ? parsed.result : undefined;
  }

  private async list(path: string): Promise<readonly Record<string, unknown>[]> {
    return records(await jsonOf(await this.get(path)));
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
      // Nothing but the host that the setting names is asked, wherever an answer points to.
      const kept = { redirect: 'manual', signal: AbortSignal.timeout(timeLimit) } as const;
      return await fetch(url, { ...options, ...kept });
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      throw new ZoteroError('not running', String(cause));
    }
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The items of an answer that should be a list; what among them is none costs only itself. */
function records(answer: unknown): readonly Record<string, unknown>[] {
  if (!Array.isArray(answer)) throw new ZoteroError('unexpected', 'it is no list');
  return answer.filter(isRecord);
}

async function jsonOf(answer: Response): Promise<unknown> {
  try {
    return await boundedJson(answer, maxPageBytes);
  } catch (error) {
    throw notUnderstood(error);
  }
}

function notUnderstood(error: unknown): ZoteroError {
  return error instanceof ZoteroError ? error : new ZoteroError('unexpected', errorMessage(error));
}
