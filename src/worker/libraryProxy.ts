import type { LibraryService } from '../core/library/libraryService';
import type { Method } from './messages';

const methods: Readonly<Record<Method, true>> = {
  load: true,
  announce: true,
  drop: true,
  snapshot: true,
  sources: true,
  settled: true,
  search: true,
  complete: true,
  completeFilter: true,
  find: true,
  alike: true,
  definitions: true,
  areDefined: true,
  keys: true,
  duplicateKeys: true,
  contents: true,
  groups: true,
  members: true,
  related: true,
  evidence: true,
  picture: true,
  bibtex: true,
  understand: true,
  understood: true,
};

/** A library whose every question is passed on. */
export function libraryProxy(
  call: (method: Method, args: readonly unknown[]) => Promise<unknown>,
  events: Pick<LibraryService, 'onDidChange' | 'onDidUnderstand'>,
): LibraryService {
  const forwarding = Object.keys(methods).map(method => [
    method,
    (...args: unknown[]) => call(method as Method, args),
  ]);
  return { ...Object.fromEntries(forwarding), ...events };
}
