import type { Reference } from '../../core/model/reference';

/** A reference as commands, drags and page addresses name it. Without a source: whichever place has the key. */
export interface ReferenceId {
  readonly key: string;
  readonly source?: string;
}

export function idOf({ key, origin }: Reference): ReferenceId {
  return { key, source: origin.source };
}

/** Reads ids from what others may hand us: a key, an id, a row of the library view, or several of these. */
export function referenceIds(argument: unknown): readonly ReferenceId[] {
  if (Array.isArray(argument)) return argument.flatMap(referenceIds);
  if (typeof argument === 'string') return argument ? [{ key: argument }] : [];
  if (typeof argument !== 'object' || argument === null) return [];
  if ('reference' in argument) return argument.reference ? [idOf(argument.reference as Reference)] : [];
  const { key, source } = argument as Partial<Record<keyof ReferenceId, unknown>>;
  if (typeof key !== 'string') return [];
  return [{ key, ...(typeof source === 'string' && { source }) }];
}

/** The locator of the citation that a link stands for. */
export function locatorIn(argument: unknown): string | undefined {
  const { locator } = (typeof argument === 'object' && argument !== null ? argument : {}) as {
    locator?: unknown;
  };
  return typeof locator === 'string' ? locator : undefined;
}
