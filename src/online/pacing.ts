import { say } from '../core/util/say';
import type { Pace } from './hostQueue';

/** A pause that is longer is a mistake, and is looked into again after a day, in seconds. */
const longestPause = 86_400;

/** Seconds that a `Retry-After` asks for, in either of its forms (RFC 9110, 10.2.3); `undefined` when it says nothing. */
export function retryAfterSeconds(header: string | undefined, now = Date.now()): number | undefined {
  if (!header) return undefined;
  const isNumber = /^\s*\d+(?:\.\d+)?\s*$/.test(header);
  const seconds = isNumber ? Number(header) : (Date.parse(header) - now) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(0, seconds), longestPause);
}

/** The pace that a host announces (Crossref's `x-rate-limit-limit: 5`, `-interval: 1s`, `x-concurrency-limit: 1`), if it is slower or faster. */
export function announcedPace(header: (name: string) => string | undefined, pace: Pace): Pace {
  const limit = Number(header('x-rate-limit-limit'));
  const seconds = /^(\d+(?:\.\d+)?)s?$/.exec(header('x-rate-limit-interval') ?? '')?.[1];
  const atOnce = Number(header('x-concurrency-limit'));
  return {
    interval: limit > 0 && seconds ? Math.max((Number(seconds) * 1000) / limit, 20) : pace.interval,
    atOnce: atOnce > 0 ? Math.min(atOnce, 5) : pace.atOnce,
  };
}

/** Seconds until a budget that the answer's headers call spent is renewed (OpenAlex). */
export function spentBudgetSeconds(header: (name: string) => string | undefined): number | undefined {
  const remaining = header('x-ratelimit-remaining');
  const reset = Number(header('x-ratelimit-reset'));
  return remaining === '0' && reset > 60 ? reset : undefined;
}

/** `8 hours`, `2 minutes`, `30 seconds` */
export function inWords(seconds: number): string {
  const whole = (count: number) => Math.max(1, Math.round(count));
  if (seconds >= 5400) return say('{0} hours', whole(seconds / 3600));
  if (seconds >= 90) return say('{0} minutes', whole(seconds / 60));
  return whole(seconds) === 1 ? say('1 second') : say('{0} seconds', whole(seconds));
}
