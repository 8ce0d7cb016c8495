import type { Origin, Reference } from '../../model/reference';
import type { ReferenceStore } from '../works/referenceStore';

/** What some sources define by each of the keys: see `LibraryService.definitions`. */
export function definitionsOf(
  keys: readonly string[],
  sourceIds: readonly string[],
  store: ReferenceStore,
  ignoreCase: boolean,
): (Reference | undefined)[] {
  const rank = new Map(sourceIds.map((id, index) => [id, index]));
  const first = (references: readonly Reference[]): Reference | undefined => {
    let best: Reference | undefined;
    for (const reference of references) {
      const at = rank.get(reference.origin.source);
      if (at !== undefined && (!best || at < rank.get(best.origin.source)!)) best = reference;
    }
    return best;
  };
  let others: ReadonlyMap<string, Reference> | undefined;
  return keys.map(key => {
    const exact = first(store.withKey(key));
    if (exact) return exact;
    others ??= otherNames(sourceIds, store, ignoreCase);
    return others.get(key) ?? (ignoreCase ? others.get(key.toLowerCase()) : undefined);
  });
}

/** Looked for only where a key is not found as it is, since every entry has to be asked. */
function otherNames(
  sourceIds: readonly string[],
  store: ReferenceStore,
  ignoreCase: boolean,
): ReadonlyMap<string, Reference> {
  const names = new Map<string, Reference>();
  for (const id of sourceIds)
    for (const reference of store.contents(id)) {
      const aliases = reference.aliases ?? [];
      for (const name of ignoreCase ? [...aliases, reference.key].map(lower => lower.toLowerCase()) : aliases)
        if (!names.has(name)) names.set(name, reference);
    }
  return names;
}

/** The keys that come up in more than one of these sources, or twice in one, with all their places. */
export function duplicateKeysOf(
  sourceIds: readonly string[],
  store: ReferenceStore,
): { readonly key: string; readonly origins: readonly Origin[] }[] {
  const byKey = new Map<string, Reference[]>();
  for (const reference of sourceIds.flatMap(id => store.contents(id))) {
    const known = byKey.get(reference.key);
    if (known) known.push(reference);
    else byKey.set(reference.key, [reference]);
  }
  return [...byKey]
    .filter(([, references]) => references.length > 1)
    .map(([key, references]) => ({ key, origins: references.map(({ origin }) => origin) }));
}
