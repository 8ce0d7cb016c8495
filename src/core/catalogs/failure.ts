import type { ServiceId } from './catalog';

/** Why a service gave no answer; each with what a person can do about it in its message. */
export type FailureKind =
  | 'offline'
  | 'timeout'
  | 'rate-limited'
  | 'budget'
  | 'refused'
  | 'server'
  | 'unreadable'
  | 'too-large'
  | 'redirect'
  | 'not-found'
  | 'cancelled';

/** A request that came to nothing. Its message names the service and says what to do. */
export class CatalogFailure extends Error {
  constructor(
    readonly service: ServiceId,
    readonly kind: FailureKind,
    message: string,
  ) {
    super(message);
  }
}

export function isCancelled(thrown: unknown): boolean {
  return thrown instanceof CatalogFailure && thrown.kind === 'cancelled';
}
