import type { LibraryChange, LibraryService, Understanding } from '../core/library/libraryService';
import type { MeaningFiles } from './loadMeaning';

/** One end of a channel between threads: a Node or web worker, or its parent. */
export interface Port {
  post(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** What the library starts with: files of the extension, read by the host because it alone can in every environment. */
export interface LibraryAssets {
  /** data/references.json */
  readonly references: Uint8Array;
  /** data/topics.json */
  readonly topics: Uint8Array;
  /** Whether the bundled collection is part of the library. Default true. */
  readonly withCollection?: boolean;
  /** dist/collection.index, the collection's `snapshot` made at package time; without it the collection is indexed at start. */
  readonly index?: Uint8Array;
  /** dist/han.txt: how Chinese characters are read, and which are the same. */
  readonly han?: Uint8Array;
  /** What the library knew at the end of an earlier session. */
  readonly cache?: Uint8Array;
  /** For searching by meaning; without it search is by words alone. Papers are read for it once `understand` says so. */
  readonly meaning?: MeaningFiles;
  /** The translations of what people read, by the English texts. */
  readonly texts?: Readonly<Record<string, string>>;
  /** This program and its version: what another one remembered is not read. */
  readonly writer: string;
}

/** The methods of the library that answer a question; the others are events. */
export type Method = Exclude<keyof LibraryService, 'onDidChange' | 'onDidUnderstand'>;

export type ToLibrary =
  | { readonly kind: 'start'; readonly assets: LibraryAssets }
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly method: Method;
      readonly args: readonly unknown[];
    };

export type FromLibrary =
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string; readonly stack?: string }
  | { readonly kind: 'change'; readonly change: LibraryChange }
  | { readonly kind: 'understanding'; readonly understanding: Understanding };

/** Buffers that nobody else looks into; small files share a pool of Node's, which must not be given away. */
export function transferable(values: readonly unknown[]): ArrayBuffer[] {
  return values.flatMap(value =>
    value instanceof Uint8Array &&
    value.buffer instanceof ArrayBuffer &&
    value.byteLength === value.buffer.byteLength
      ? [value.buffer]
      : [],
  );
}
