import fs from 'node:fs';

const reasons: ReadonlyMap<string, (file: string) => string> = new Map([
  ['ENOENT', file => `There is no file ${file}.`],
  ['ELOOP', file => `${file} is a link that leads to itself.`],
  ['EISDIR', file => `${file} is a folder. Name a file.`],
  ['EACCES', file => `${file} may not be read. Change its permissions.`],
  ['EPERM', file => `${file} may not be read. Change its permissions.`],
  ['ERR_FS_FILE_TOO_LARGE', file => `${file} is larger than 2 GB. Divide it into several files.`],
]);

/** The bytes of a file; throws an `Error` that says in words what is wrong with it. */
export function readBytes(file: string): Buffer {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    const reason = reasons.get((error as NodeJS.ErrnoException).code ?? '');
    throw reason ? new Error(reason(file), { cause: error }) : error;
  }
}
