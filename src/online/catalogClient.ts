import type { Catalog, CatalogReading, CatalogRequest, ServiceId } from '../core/catalogs/catalog';
import { CatalogFailure } from '../core/catalogs/failure';
import { catalogOf } from '../core/catalogs/services/catalogs';
import { inSlices, othersTurn } from '../worker/turns';
import { type AnswerCache, isFresh } from './answerCache';
import { readBody } from './boundedBody';
import { type Endpoints, endpointAddress, redirectTarget } from './endpoints';
import {
  failureOf,
  GivenUp,
  limitedFailure,
  pausedFailure,
  redirectFailure,
  statusFailure,
  webPageFailure,
} from './failures';
import { HostQueue } from './hostQueue';
import { cacheKey, maskKeys, withoutKeys } from './maskKeys';
import { announcedPace, retryAfterSeconds, spentBudgetSeconds } from './pacing';
import { type Clock, systemClock, type Transport, type TransportAnswer } from './transport';

export interface ClientOptions {
  readonly transport: Transport;
  readonly endpoints?: Endpoints;
  readonly cache?: AnswerCache | undefined;
  readonly clock?: Clock;
  /** Sent where the platform lets it be. */
  readonly userAgent?: string | undefined;
  /** Milliseconds until an answer has to begin, and to end. */
  readonly beginWithin?: number;
  readonly endWithin?: number;
  /** Told of every request that goes out, keys masked. */
  readonly log?: (url: string) => void;
}

/** How a web page begins that is sent as something else, perhaps behind comments. */
const pageBeginning = /^\s*(?:<!--[\s\S]{0,2000}?-->\s*){0,5}<(?:!doctype html|html|head|body)\b/i;

/** Up to this many seconds a person is made to wait for a host that asks for a pause. */
const longestWait = 10;
/** The pause of a host that says nothing itself, in seconds. */
const ownPause = 1;
const maxRedirects = 3;
/** Milliseconds for which an answer is read without giving others their turn. */
const longestStretch = 5;

/** Makes the requests of catalogs: paced per host, bounded in size and time, to the services' hosts only, answers kept. */
export class CatalogClient {
  private readonly queues = new Map<string, HostQueue>();
  private readonly clock: Clock;

  constructor(private readonly options: ClientOptions) {
    this.clock = options.clock ?? systemClock;
  }

  /** What the answer amounts to; `undefined` when the service has no such work. Throws `CatalogFailure`. */
  async ask(request: CatalogRequest, signal: AbortSignal): Promise<CatalogReading | undefined> {
    const catalog = catalogOf(request.service);
    const { cache, endpoints = {} } = this.options;
    const url = endpointAddress(request.url, request.service, endpoints);
    const key = cacheKey(url);
    try {
      const kept = cache?.get(key);
      if (kept && isFresh(kept, isSearch(request), Date.now()))
        return kept.body === null ? undefined : await readPatiently(request, kept.body);
      const body = await this.fetch(request, catalog, url, signal);
      const reading = body === undefined ? undefined : await readPatiently(request, body);
      cache?.set(key, { body: body ?? null, time: Date.now() });
      return reading;
    } catch (error) {
      if (signal.aborted) throw new CatalogFailure(catalog.id, 'cancelled', 'Cancelled.');
      throw failureOf(error, catalog, new URL(url).host);
    }
  }

  /** The body, or `undefined` for a work that is not there. */
  private async fetch(
    request: CatalogRequest,
    catalog: Catalog,
    url: string,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    for (let attempt = 0; ; attempt++) {
      const { status, body, pause } = await this.follow(request, catalog, url, signal);
      // A proxy that changed something on the way says 203.
      if (status === 200 || status === 203) return body;
      if (status === 404 || request.notFound?.includes(status)) return undefined;
      if (status !== 429 && !(status === 503 && pause !== undefined))
        throw statusFailure(catalog, status, withoutKeys(body, url, request.headers));
      if (attempt > 0 || (pause !== undefined && pause > longestWait))
        throw pause === undefined ? limitedFailure(catalog) : pausedFailure(catalog, pause);
    }
  }

  private async follow(request: CatalogRequest, catalog: Catalog, start: string, signal: AbortSignal) {
    let url = start;
    let service = request.service;
    let headers = { ...this.headers(request), ...request.headers };
    for (let redirects = 0; ; redirects++) {
      const answer = await this.exchange(url, service, headers, catalog, signal);
      if (answer.status < 300 || answer.status >= 400 || !answer.location) return answer;
      const target = redirectTarget(answer.location, url, request.service, this.options.endpoints ?? {});
      if (!target) throw redirectFailure(catalog, hostOf(answer.location, url));
      if (redirects === maxRedirects) throw statusFailure(catalog, answer.status, '');
      // A key is for the host it was given for.
      if (new URL(target.url).host !== new URL(url).host) headers = this.headers(request);
      ({ url, service } = target);
    }
  }

  private headers({ accept }: CatalogRequest): Record<string, string> {
    return { accept, ...(this.options.userAgent ? { 'user-agent': this.options.userAgent } : {}) };
  }

  /** One request and its whole answer, when the host's queue lets it. */
  private exchange(
    url: string,
    service: ServiceId,
    headers: Readonly<Record<string, string>>,
    catalog: Catalog,
    signal: AbortSignal,
  ) {
    const queue = this.queueOf(url, service);
    const paused = (queue.pausedUntil - this.clock.now()) / 1000;
    if (paused > longestWait) throw pausedFailure(catalog, paused);
    return queue.run(async () => {
      this.options.log?.(maskKeys(url));
      const answered = this.bounded(signal, async (inTime, heard) => {
        const answer = await this.options.transport({ url, headers, signal: inTime });
        heard();
        const { status } = answer;
        const location = status >= 300 && status < 400 ? answer.header('location') : undefined;
        const isPage = status === 200 && isWebPage(answer, headers.accept ?? '');
        const body =
          location || isPage || status === 404 ? '' : await readBody(answer.body, answer.header, heard);
        if (isPage || (status === 200 && pageBeginning.test(body))) throw webPageFailure(catalog);
        return { status, body, location, pause: this.keepPace(queue, answer, body, service) };
      });
      return answered.catch((error: unknown) => {
        throw failureOf(error, catalog, new URL(url).host);
      });
    }, signal);
  }

  /** Ends a request that does not begin, goes on or end in time. */
  private async bounded<T>(
    signal: AbortSignal,
    run: (inTime: AbortSignal, heard: () => void) => Promise<T>,
  ): Promise<T> {
    const { beginWithin = 15_000, endWithin = 30_000 } = this.options;
    const controller = new AbortController();
    const stop = () => controller.abort(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    let begun = false;
    let timer = setTimeout(() => controller.abort(new GivenUp(beginWithin, false)), beginWithin);
    const end = setTimeout(() => controller.abort(new GivenUp(endWithin, begun)), endWithin);
    const heard = () => {
      begun = true;
      clearTimeout(timer);
      timer = setTimeout(() => controller.abort(new GivenUp(beginWithin, true)), beginWithin);
    };
    // Whatever the transport does when it is told to stop, nobody waits for it.
    const stopped = new Promise<never>((_, reject) =>
      controller.signal.addEventListener('abort', () => reject(controller.signal.reason), { once: true }),
    );
    try {
      signal.throwIfAborted();
      return await Promise.race([run(controller.signal, heard), stopped]);
    } finally {
      clearTimeout(timer);
      clearTimeout(end);
      signal.removeEventListener('abort', stop);
      controller.abort();
    }
  }

  private queueOf(url: string, service: ServiceId): HostQueue {
    const { host } = new URL(url);
    const name = this.options.endpoints?.[service] ? `${service} ${host}` : host;
    let queue = this.queues.get(name);
    if (!queue) {
      queue = new HostQueue(
        this.options.endpoints?.[service] ? { interval: 0, atOnce: 4 } : catalogOf(service).pace,
        this.clock,
      );
      this.queues.set(name, queue);
    }
    return queue;
  }

  /** Takes over what the answer says about pace. Returns the seconds it asks to wait, `undefined` where it does not say. */
  private keepPace(
    queue: HostQueue,
    answer: TransportAnswer,
    body: string,
    service: ServiceId,
  ): number | undefined {
    if (!this.options.endpoints?.[service]) queue.pace = announcedPace(answer.header, queue.pace);
    const isRefusal = answer.status === 429 || answer.status === 503;
    const asked = isRefusal ? (retryAfterSeconds(answer.header('retry-after')) ?? inBody(body)) : undefined;
    const pause = asked ?? (answer.status === 429 ? ownPause : spentBudgetSeconds(answer.header));
    if (pause !== undefined) queue.pausedUntil = Math.max(queue.pausedUntil, this.clock.now() + pause * 1000);
    return asked;
  }
}

/** Lets others have their turn before and after an answer is read, and between the works of a long one. */
async function readPatiently(request: CatalogRequest, body: string): Promise<CatalogReading> {
  await othersTurn();
  const reading = request.readSteps
    ? (await inSlices(request.readSteps(body), () => true, longestStretch))!
    : request.read(body);
  await othersTurn();
  return reading;
}

function isSearch(request: CatalogRequest): boolean {
  return /[?&](?:query|search|search_query|q|term|query\.bibliographic|filter)=/.test(request.url);
}

/** OpenAlex says it in the body too. */
function inBody(body: string): number | undefined {
  const seconds = /"retryAfter"\s*:\s*(\d+)/.exec(body)?.[1];
  return seconds ? Number(seconds) : undefined;
}

function isWebPage(answer: TransportAnswer, accept: string): boolean {
  return /\bhtml\b/i.test(answer.header('content-type') ?? '') && !/html/.test(accept);
}

function hostOf(location: string, from: string): string {
  return URL.canParse(location, from) ? new URL(location, from).host : '';
}
