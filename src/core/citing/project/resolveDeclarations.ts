import type { Declaration, FoundBibliography } from './foundBibliography';
import { matchesGlob } from './matchesGlob';
import { exists, isRemote, type ProjectFiles, resolvePath } from './projectFiles';

/** The files that declarations mean, each once: the first of their folders that has it, with `.bib` added where it is left out, or TeX's own. */
export async function resolveDeclarations(
  declarations: readonly Declaration[],
  files: ProjectFiles,
): Promise<FoundBibliography[]> {
  const found = new Map<string, FoundBibliography>();
  for (const declaration of declarations)
    for (const bibliography of await resolve(declaration, files))
      if (!found.has(bibliography.path)) found.set(bibliography.path, bibliography);
  return [...found.values()];
}

async function resolve(declaration: Declaration, files: ProjectFiles): Promise<FoundBibliography[]> {
  const { declared, foundBy, declaredIn, folders, isUncertain } = declaration;
  const about = {
    written: declared.written ?? declared.path,
    foundBy,
    declaredIn,
    range: { start: declared.start, end: declared.end },
  };
  if (isRemote(declared.path)) return [{ path: declared.path, ...about, exists: false, remote: true }];
  if (isComputed(declared.path, declaredIn))
    return [{ path: declared.path, ...about, exists: false, computed: true }];
  for (const folder of folders) {
    if (/[*?{[]/.test(declared.path)) {
      const matches = await glob(folder, declared.path, files);
      if (matches.length) return matches.map(path => ({ path, ...about, exists: true }));
    }
    for (const path of [declared.path, `${declared.path}.bib`]) {
      const whole = resolvePath(folder, path);
      if (await exists(files, whole)) return [{ path: whole, ...about, exists: true }];
    }
  }
  if (isUncertain) return [{ path: declared.path, ...about, exists: false, computed: true }];
  const byTex = isTex(declaredIn) ? await files.findByTex?.(declared.path, folders[0]!) : undefined;
  if (byTex) return [{ path: byTex, ...about, exists: true, byTex: true }];
  const isAbbreviations = isTex(declaredIn) && texAbbreviations.test(declared.path);
  const hasEnding = /\.[A-Za-z]{2,5}$/.test(declared.path);
  return [
    {
      path: resolvePath(folders[0]!, hasEnding ? declared.path : `${declared.path}.bib`),
      ...about,
      exists: false,
      ...(isAbbreviations && { isDispensable: true }),
    },
  ];
}

/** TeX Live's bibliographies of nothing but `@string`s. */
const texAbbreviations = /^(?:IEEEabrv|IEEEfull|mrabbrev)(?:\.bib)?$/;

/** Code of R, a shortcode, a variable, a tag of YAML, a macro of TeX, what a program fills in in a template of TeX. */
function isComputed(path: string, declaredIn: string): boolean {
  return (
    /`|\{\{<|\$\{|^!/.test(path) || (isTex(declaredIn) && /\\[a-zA-Z@]|\$|\{\{|<%|\[-|-\]|[|"]/.test(path))
  );
}

function isTex(path: string): boolean {
  return /\.(?:tex|ltx|rnw)$/i.test(path);
}

const maxMatches = 1000;

/** The files a shell pattern names, sorted: `refs/*.bib`, `{a,b}.bib`, `part?/[a-c].bib`. */
async function glob(folder: string, pattern: string, files: ProjectFiles): Promise<string[]> {
  let paths = [resolvePath(folder, pattern.startsWith('/') ? '/' : '.')];
  for (const part of pattern.split('/').filter(part => part !== '' && part !== '.')) {
    const next: string[] = [];
    for (const path of paths.slice(0, maxMatches)) {
      if (part === '..' || !/[*?{[]/.test(part)) next.push(resolvePath(path, part));
      else
        for (const name of [...(await files.list(path))].sort())
          if (matchesGlob(name, part)) next.push(resolvePath(path, name));
    }
    paths = next;
  }
  const there = await Promise.all(paths.map(path => exists(files, path)));
  return paths.filter((_, index) => there[index]);
}
