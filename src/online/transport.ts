/** What goes over the network: one GET, its redirects not followed. */
export interface TransportRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

export interface TransportAnswer {
  readonly status: number;
  /** By its name in lower case. */
  header(name: string): string | undefined;
  /** The body, as it comes; reading it to the end or leaving the loop early frees the connection. */
  readonly body: AsyncIterable<Uint8Array>;
}

/** Makes requests. Throws what the platform throws when there is no answer. */
export type Transport = (request: TransportRequest) => Promise<TransportAnswer>;

/** Time, so that tests need not wait for it. */
export interface Clock {
  /** Milliseconds, ever growing. */
  now(): number;
  /** Rejects with the signal's reason when that is aborted before. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const stop = () => {
        clearTimeout(timer);
        reject(signal.reason);
      };
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', stop);
        resolve();
      }, milliseconds);
      signal.addEventListener('abort', stop, { once: true });
    }),
};
