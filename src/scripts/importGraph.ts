import fs from 'node:fs';
import path from 'node:path';

/** One import of a source file. */
export interface Import {
  /** As written: `vscode`, `node:fs`, `../util/lineIndex`. */
  readonly name: string;
  /** The file of `src` that it means, without its ending; `undefined` for packages. */
  readonly file: string | undefined;
  /** Nothing of it is there when the program runs. */
  readonly isType: boolean;
}

/** The TypeScript files below a folder `src`, by their paths in it, with what each imports. Paths have `/` on every system. */
export function importGraph(src: string): ReadonlyMap<string, readonly Import[]> {
  const files = fs
    .readdirSync(src, { recursive: true })
    .map(file => String(file).replaceAll(path.sep, '/'))
    .filter(file => file.endsWith('.ts'))
    .sort();
  return new Map(files.map(file => [file, importsIn(fs.readFileSync(path.join(src, file), 'utf8'), file)]));
}

const statement =
  /(?:^|\n)\s*(?:import|export)\b(?<what>[^'"`;]*?)from\s*['"](?<from>[^'"]+)['"]|import\(\s*['"](?<later>[^'"]+)['"]\s*\)/g;

function importsIn(text: string, file: string): Import[] {
  return [...text.matchAll(statement)].map(({ groups }) => {
    const { what = '', from, later } = groups!;
    const name = from ?? later!;
    const target = name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : undefined;
    return { name, file: target, isType: isTypeOnly(what) };
  });
}

/** `type { A }`, or `{ type A, type B }`. */
function isTypeOnly(what: string): boolean {
  if (/^\s*type\b/.test(what)) return true;
  const names = /^\s*\{(.*)\}\s*$/s
    .exec(what)?.[1]
    ?.split(',')
    .filter(name => name.trim());
  return names !== undefined && names.length > 0 && names.every(name => /^\s*type\s/.test(name));
}

/** `core/search` for a file of `core/search/…`; files directly in `core` have no room. */
export const roomOf = (file: string): string => file.split('/').slice(0, 2).join('/');

/** Which rooms of the core import which others, and how often. */
export function arrowsBetweenRooms(
  graph: ReadonlyMap<string, readonly Import[]>,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const arrows = new Map<string, Map<string, number>>();
  for (const [file, imports] of graph) {
    if (!file.startsWith('core/')) continue;
    const room = roomOf(file);
    const counts = arrows.get(room) ?? new Map<string, number>();
    arrows.set(room, counts);
    for (const { file: target } of imports) {
      if (target === undefined || roomOf(target) === room) continue;
      counts.set(roomOf(target), (counts.get(roomOf(target)) ?? 0) + 1);
    }
  }
  return arrows;
}

/**
 * The circles of files: each a largest set of files that all import one another, by whatever way (the strongly connected components of
 * more than one file, found as by Tarjan 1972). Imports of types alone count only with `withTypes`.
 */
export function circles(graph: ReadonlyMap<string, readonly Import[]>, withTypes = false): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    lowest.set(file, order.get(file)!);
    open.push(file);
    for (const { file: target, isType } of graph.get(file) ?? []) {
      const next = `${target}.ts`;
      if (!graph.has(next) || (isType && !withTypes)) continue;
      if (!order.has(next)) visit(next);
      if (open.includes(next)) lowest.set(file, Math.min(lowest.get(file)!, lowest.get(next)!));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const circle = open.splice(open.indexOf(file));
    if (circle.length > 1) found.push(circle.sort());
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return found;
}

/** How many files lie directly in each folder, the fullest first. */
export function filesByFolder(
  graph: ReadonlyMap<string, readonly Import[]>,
): readonly (readonly [folder: string, files: number])[] {
  const counts = new Map<string, number>();
  for (const file of graph.keys()) {
    const folder = path.posix.dirname(file);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
