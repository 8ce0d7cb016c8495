import { constants } from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';
import type { FilesToCheck } from '../core/library/documents/projectChecker';
import { orElse } from '../core/util/orElse';
import { findByTex } from '../vscode/node/findByTex';
import { readBytes } from './readBytes';

/** Files on disk, each read once for as long as these are at hand. Paths have `/` on every system. */
export function nodeFiles(): FilesToCheck {
  const texts = new Map<string, string | undefined>();
  const folders = new Map<string, readonly string[]>();
  return {
    async read(file) {
      if (!texts.has(file))
        texts.set(
          file,
          orElse(
            () => readText(file),
            () => undefined,
          ),
        );
      return texts.get(file);
    },
    readBytes: async file => {
      // Reading what a pipe or a device gives might not end.
      if (isPipeOrDevice(file)) throw new Error(`${file} is no file. Name a file.`);
      return readBytes(file);
    },
    async list(folder) {
      let names = folders.get(folder);
      if (!names) {
        names = namesIn(folder);
        folders.set(folder, names);
      }
      return names;
    },
    findByTex: async (name, folder) => {
      const found = await findByTex(name, folder);
      return found && slashed(found);
    },
  };
}

function isPipeOrDevice(file: string): boolean {
  return orElse(
    () => {
      const stat = fs.statSync(file);
      return !stat.isFile() && !stat.isDirectory();
    },
    // What else is wrong with it is told when it is read.
    () => false,
  );
}

function namesIn(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}

/**
 * UTF-8, or Latin-1 where it cannot be that, as in many old `.tex` files; `undefined` where there is no such file. Throws, with the reason for
 * people, where it cannot be read.
 */
export function readText(file: string): string | undefined {
  if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
  const bytes = readBytes(file);
  if (bytes.length > constants.MAX_STRING_LENGTH)
    throw new Error(
      `${file} is larger than ${constants.MAX_STRING_LENGTH >> 20} MB, which is more than can be read.`,
    );
  return fromUtf8(bytes) ?? bytes.toString('latin1');
}

/** With its byte order mark, if there is one, so that what is written back is what it was; `undefined` where it is not in UTF-8. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Absolute, with `/`. */
export function slashed(file: string): string {
  return path.resolve(file).replaceAll('\\', '/');
}
