import { buildFilesIn } from '../project/buildFiles';
import { type ProjectFiles, resolvePath } from '../project/projectFiles';

const maxBuildFiles = 20;
/** How deep `bib//` is looked through, and how many folders at most. */
const maxDepth = 4;
const maxFolders = 200;

/** Where the programs that build a document look for bibliographies, as far as its project tells. */
export interface Bibinputs {
  /** In their order. */
  readonly folders: readonly string[];
  /** A build file speaks of BIBINPUTS, so that there may be others. */
  readonly isSet: boolean;
}

/** What the build files in some folders put into BIBINPUTS, for a document in the first of them. */
export async function findBibinputs(folders: readonly string[], files: ProjectFiles): Promise<Bibinputs> {
  const found: string[] = [];
  let isSet = false;
  let read = 0;
  for (const folder of folders) {
    const names = await files.list(folder);
    const settings = names.includes('.vscode') ? [resolvePath(folder, '.vscode/settings.json')] : [];
    for (const path of [...buildFilesIn(folder, names), ...settings]) {
      if (++read > maxBuildFiles) break;
      const text = (await files.read(path)) ?? '';
      for (const { 1: value } of text.matchAll(/BIBINPUTS(?=[^A-Za-z_])([^\n]{0,500})/g)) {
        isSet = true;
        for (const path of pathsIn(value!))
          for (const from of new Set([folder, folders[0]!]))
            found.push(...(await foldersOf(resolvePath(from, path.folder), path.isDeep, files)));
      }
    }
  }
  return { folders: [...new Set(found)], isSet };
}

/** The paths in `'] = './bib//:' . $ENV{…}`, `:= $(CURDIR)/bib:$(BIBINPUTS)`, `', './bib//');`. */
function pathsIn(value: string): { readonly folder: string; readonly isDeep: boolean }[] {
  const relative = value.replace(/(?:\$\([A-Z_]+\)|\$\{[A-Za-z_]+\}|\$[A-Z_]+|%[A-Z_]+%)(?=\/)/g, '.');
  return relative
    .split(/[\s'"`:;,=(){}[\]]+/)
    .filter(path => /^[\w.~-]/.test(path) && !/^(?:ENV|BIBINPUTS|\.)$/.test(path))
    .map(path => ({ folder: path.replace(/\/+$/, ''), isDeep: path.endsWith('//') }));
}

async function foldersOf(folder: string, isDeep: boolean, files: ProjectFiles): Promise<string[]> {
  const found = [folder];
  let level = [folder];
  for (let depth = 0; isDeep && depth < maxDepth && level.length && found.length < maxFolders; depth++) {
    const below: string[] = [];
    for (const one of level)
      for (const name of await files.list(one)) if (!name.includes('.')) below.push(resolvePath(one, name));
    level = below.slice(0, maxFolders - found.length);
    found.push(...level);
  }
  return found;
}
