import type { ZoteroFiling } from '../../../core/bibliography/zotero/zoteroItems';

type Data = Readonly<Record<string, unknown>>;

/** Collections within collections, at most: what says it goes deeper goes in a circle. */
const maxDepth = 20;

/** The names of collections by their keys, those of the ones they are in before them: `Thesis / Chapter 2`. */
export function collectionNames(collections: readonly Data[]): ReadonlyMap<string, string> {
  const found = new Map(
    collections.flatMap(({ key, data }) => {
      const { name, parentCollection } = (data ?? {}) as Data;
      return typeof name === 'string' ? [[String(key), { name, parent: parentCollection }] as const] : [];
    }),
  );
  const nameOf = (key: string, depth = 0): string => {
    const { name, parent } = found.get(key)!;
    const isNested = typeof parent === 'string' && found.has(parent) && depth < maxDepth;
    return isNested ? `${nameOf(parent, depth + 1)} / ${name}` : name;
  };
  return new Map([...found.keys()].map(key => [key, nameOf(key)]));
}

/** How an item says that it is filed. */
export function filingOf(data: Data, names: ReadonlyMap<string, string>): ZoteroFiling {
  const collections = listOf(data.collections).flatMap(key => names.get(String(key)) ?? []);
  const tags = listOf(data.tags).flatMap(tag => {
    const name = (tag as { tag?: unknown } | null)?.tag;
    return typeof name === 'string' && name.trim() ? [name.trim()] : [];
  });
  const { dateAdded } = data;
  return { collections, tags, ...(typeof dateAdded === 'string' && { added: dateAdded }) };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
