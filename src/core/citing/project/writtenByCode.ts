import { matchesGlob } from './matchesGlob';
import { documentsIn } from './projectDocuments';
import { nameOf, type ProjectFiles, resolvePath } from './projectFiles';

/** So far back a call is looked for whose arguments name a file. */
const callLength = 600;

const quoted = /(["'])([^"'\n]{1,300})\1/g;

/**
 * The files that code in a document names in a call, as `knitr::write_bib(packages, file = "packages.bib")` and `download.file(address, "refs.bib")`
 * do: they are there when the document has been run. As `fileName` gives them.
 */
export function filesNamedInCalls(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { 2: name, index } of text.matchAll(quoted))
    if (isInCall(text, index)) names.add(fileName(name!));
  return names;
}

/** `refs` of `./refs.bib`. */
export function fileName(path: string): string {
  return path.replace(/^\.\//, '').replace(/\.bib$/, '');
}

/** Whether a parenthesis behind a name is open here. */
function isInCall(text: string, position: number): boolean {
  let depth = 0;
  for (let at = position - 1; at >= 0 && position - at < callLength; at--) {
    if (text[at] === ')') depth++;
    else if (text[at] === '(' && depth-- === 0) return /[\w.]/.test(text[at - 1] ?? '');
  }
  return false;
}

const programs = ['r', 'py', 'jl', 'sh', 'mk', 'makefile', 'snakefile', 'justfile'];
const unending = /^(?:makefile|snakefile|justfile)$/i;

/**
 * Whether something beside a document makes a file that is not there: a script or a makefile names it, or Git is told to ignore it, which
 * nobody tells of what is to be kept.
 */
export async function isMadeBeside(
  path: string,
  folders: readonly string[],
  files: ProjectFiles,
): Promise<boolean> {
  const name = nameOf(path);
  const named = new RegExp(`(?:^|["'\\s/:=])${name.replace(/[^\w]/g, '\\$&')}(?=$|["'\\s:;)])`, 'm');
  for (const folder of new Set(folders)) {
    const here = await files.list(folder);
    if (here.includes('.gitignore')) {
      const ignored = (await files.read(resolvePath(folder, '.gitignore'))) ?? '';
      if (ignored.split(/\r?\n/).some(line => matchesGlob(name, line.trim().split('/').at(-1)!))) return true;
    }
    const scripts = await documentsIn(folder, programs, files, { below: true });
    for (const script of [
      ...scripts,
      ...here.filter(one => unending.test(one)).map(one => resolvePath(folder, one)),
    ])
      if (named.test((await files.read(script)) ?? '')) return true;
  }
  return false;
}
