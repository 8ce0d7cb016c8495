import { BoundedCache } from '../core/util/collections/boundedCache';

/** An answer kept: what was said, and when. */
export interface KeptAnswer {
  /** The body; `null` when the service has no such work. */
  readonly body: string | null;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** Where answers are kept by their address. */
export interface AnswerCache {
  get(key: string): KeptAnswer | undefined;
  set(key: string, answer: KeptAnswer): unknown;
}

const day = 86_400_000;

/** How long an answer is good for: a record a month, as its citations and retraction may change; a search or a no, a day. */
export function isFresh({ body, time }: KeptAnswer, isSearch: boolean, now: number): boolean {
  const age = now - time;
  return age >= 0 && age < (body === null || isSearch ? day : 30 * day);
}

/** Answers in memory, within a number of characters. */
export class MemoryCache extends BoundedCache<string, KeptAnswer> implements AnswerCache {
  constructor(maxSize = 4_000_000) {
    super(maxSize, (key, { body }) => key.length + (body?.length ?? 0) + 50);
  }
}
