import * as vscode from 'vscode';
import { canBeAsked } from '../../core/catalogs/askingOrder';
import type { Catalog, CatalogQuery, CatalogRequest, ServiceId } from '../../core/catalogs/catalog';
import { CatalogFailure, isCancelled } from '../../core/catalogs/failure';
import { type Found, find, searchLimit } from '../../core/catalogs/find';
import { type Asking, follow } from '../../core/catalogs/lookUp';
import type { FoundWork } from '../../core/catalogs/records/mergeRecords';
import { uniteRecords } from '../../core/catalogs/records/uniteRecords';
import { type SearchProgress, searchCatalogs } from '../../core/catalogs/searchCatalogs';
import { askableCatalogs, catalogOf } from '../../core/catalogs/services/catalogs';
import { identifierLabel } from '../../core/model/identifiers/identifier';
import { CatalogClient } from '../../online/catalogClient';
import type { Endpoints } from '../../online/endpoints';
import { fetchTransport } from '../../online/fetchTransport';
import { settings } from '../settings';
import type { CatalogCache } from './catalogCache';
import type { ServiceKeys } from './serviceKeys';

/** Works that refer to one, or that it refers to, shown at once. */
const connectedShown = 50;

/** Services whose record is as good as it gets. */
const registries: ReadonlySet<ServiceId> = new Set([
  'crossref',
  'datacite',
  'arxiv',
  'doi-org',
  'europe-pmc',
  'pubmed',
  'open-library',
  'google-books',
  'inspire',
]);

/** Where the extension asks the public catalogs: with the writer's settings, only in trusted workspaces, one client for all. */
export class CatalogDesk implements vscode.Disposable {
  private client: { readonly of: string; readonly client: CatalogClient } | undefined;
  readonly inBrowser = vscode.env.uiKind === vscode.UIKind.Web && typeof process === 'undefined';
  readonly transport = fetchTransport(this.inBrowser);

  constructor(
    private readonly cache: CatalogCache,
    private readonly keys: ServiceKeys,
    private readonly log: vscode.LogOutputChannel,
    private readonly version: string,
  ) {}

  /** Why nothing can be asked; `undefined` when it can. */
  obstacle(): string | undefined {
    if (!vscode.workspace.isTrusted)
      return vscode.l10n.t('Catalogs are not asked in Restricted Mode. Trust this workspace first.');
    if (!settings.catalogs().enabled)
      return vscode.l10n.t('Catalogs are switched off by the setting literature.catalogs.enabled.');
    return undefined;
  }

  get isOn(): boolean {
    return this.obstacle() === undefined;
  }

  /** Whether a question may be asked, and some service that may be asked could answer it. */
  canLookUp(query: CatalogQuery): boolean {
    return this.isOn && canBeAsked(query, { catalogs: this.catalogs(), access: {} });
  }

  /** Whether a service can be asked from here, whatever the writer wants. */
  reaches(service: ServiceId): boolean {
    return catalogOf(service).answersBrowsers || !this.inBrowser;
  }

  /** The services that words are sent to, by name: what the writer consents to. */
  searched(): readonly Catalog[] {
    const { searched } = settings.catalogs();
    return this.catalogs().filter(({ id, search }) => search && searched.includes(id));
  }

  /** Looks up what a text names. */
  async find(text: string, signal: AbortSignal): Promise<Found> {
    return find(text, { ...(await this.asking(signal)), onlyThese: false });
  }

  /** Throws only when cancelled. */
  async search(words: string, progress: (state: SearchProgress) => void, signal: AbortSignal): Promise<void> {
    await searchCatalogs(
      words,
      searchLimit,
      { ...(await this.asking(signal)), catalogs: this.searched() },
      progress,
    );
  }

  /** What a search found, with the record of whoever registered it where the search had only a second-hand one. */
  async complete(work: FoundWork, signal: AbortSignal): Promise<FoundWork> {
    const identifier = work.identifiers.find(({ kind }) => kind === 'doi' || kind === 'arxiv');
    if (!identifier || work.sources.some(({ service }) => registries.has(service))) return work;
    const { works } = await this.find(identifierLabel(identifier), signal);
    return works[0] ?? work;
  }

  /** The works a work refers to, or those that cite it, from the first service that can tell. */
  async connected(
    work: Pick<FoundWork, 'identifiers'>,
    direction: 'references' | 'citations',
    signal: AbortSignal,
  ): Promise<readonly FoundWork[]> {
    const asking = await this.asking(signal);
    let failure: CatalogFailure | undefined;
    for (const catalog of asking.catalogs) {
      const request = catalog.connected?.(work, direction, connectedShown, asking.access);
      if (!request) continue;
      try {
        const records = await follow(request, asking);
        if (records.length > 0) return uniteRecords(records);
      } catch (error) {
        if (isCancelled(error) || !(error instanceof CatalogFailure)) throw error;
        failure = error;
      }
    }
    if (failure) throw failure;
    return [];
  }

  dispose(): void {
    this.cache.dispose();
  }

  private async asking(signal: AbortSignal): Promise<Asking> {
    const obstacle = this.obstacle();
    if (obstacle) throw new Error(obstacle);
    await this.cache.ready();
    const { email, endpoints } = settings.catalogs();
    const client = this.clientFor(endpoints, email);
    return {
      catalogs: this.catalogs(),
      access: { email: email || undefined, keys: await this.keys.all() },
      ask: (request: CatalogRequest) => client.ask(request, signal),
    };
  }

  private catalogs(): readonly Catalog[] {
    const { services, email, endpoints } = settings.catalogs();
    const { inBrowser } = this;
    return askableCatalogs(services, { inBrowser, email, hasEndpoint: id => endpoints[id] !== undefined });
  }

  private clientFor(endpoints: Endpoints, email: string): CatalogClient {
    const of = JSON.stringify([endpoints, email]);
    if (this.client?.of !== of)
      this.client = {
        of,
        client: new CatalogClient({
          transport: this.transport,
          endpoints,
          cache: this.cache,
          userAgent: this.inBrowser
            ? undefined
            : `literature-lookup/${this.version} (https://github.com/literature-lookup/literature-lookup${email ? `; mailto:${email}` : ''})`,
          log: url => this.log.info(`GET ${url}`),
        }),
      };
    return this.client.client;
  }
}
