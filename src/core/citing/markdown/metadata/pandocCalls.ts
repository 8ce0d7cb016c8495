import type { DeclaredBibliography } from '../../citation';

/** What a build file tells Pandoc. Paths are meant from the folder that it runs in, mostly that of the file. */
export interface PandocCalls {
  readonly bibliographies: readonly DeclaredBibliography[];
  readonly defaults: readonly string[];
  readonly metadataFiles: readonly string[];
  /** The names and patterns of files in it, with its variables put in: `chapters/*.md`. */
  readonly paths: ReadonlySet<string>;
}

const option = (name: string) => new RegExp(`--${name}(?:[ \\t]+|=)(["']?)([^\\s"']+)\\1`, 'g');
const optionBibliography = option('bibliography');
const metadataBibliography = /(?:--metadata|-M)(?:[ \t]+|=)?["']?bibliography[=:](["']?)([^\s"']+)\1/g;
const optionDefaults = option('defaults');
const shortDefaults = /[ \t]-d[ \t]*(["']?)([^\s"'-][^\s"']*)\1/g;
const optionMetadataFile = option('metadata-file');

/** What is read of a file: nobody writes a longer one by hand. */
const maxLength = 200_000;

/** Reads a makefile, a shell script, or another file that calls Pandoc; `undefined` where it does not. */
export function readPandocCalls(content: string): PandocCalls | undefined {
  const text = content.slice(0, maxLength);
  if (!/\bpandoc\b/i.test(text)) return undefined;
  const variables = variablesOf(text);
  const named = (pattern: RegExp, where = text) =>
    [...where.matchAll(pattern)].map(match => expand(match[2]!, variables));
  const bibliographies = [optionBibliography, metadataBibliography].flatMap(pattern =>
    [...text.matchAll(pattern)].map(match => {
      const written = match[2]!;
      const start = match.index + match[0].lastIndexOf(written);
      return { path: expand(written, variables), written, start, end: start + written.length };
    }),
  );
  const words = expand(text, variables)
    // `find ch -name '*.md'` is all that lies below.
    .replace(/\bfind[ \t]+(\S+)/g, '$1/**')
    .replace(/-i?name[ \t]+\S+/g, '')
    .replaceAll(/["']/g, '')
    .split(/[\s`=:;,(){}]+/);
  return {
    bibliographies,
    defaults: [...named(optionDefaults), ...callsIn(text).flatMap(call => named(shortDefaults, call))],
    metadataFiles: named(optionMetadataFile),
    paths: new Set(words.map(word => word.replace(/^(?:\.\/)+/, '').replace(/(?<!\/)\/+$/, ''))),
  };
}

/** The lines that call Pandoc, from there on, each with those that it goes on in. */
function callsIn(text: string): string[] {
  return text
    .replace(/\\\r?\n/g, ' ')
    .split('\n')
    .flatMap(line => {
      const at = line.search(/\bpandoc\b/);
      return at < 0 ? [] : [line.slice(at)];
    });
}

/**
 * Whether it takes in a document at a path from its folder: by its name, or by its folder, of which it names a file, all files (`ch/*.md`)
 * or itself (`find ch`). Of the folder that the build file lies in only patterns and names count.
 */
export function takesIn({ paths }: PandocCalls, path: string): boolean {
  if (paths.has(path)) return true;
  const ending = path.slice(path.lastIndexOf('.'));
  const folders = path.split('/').slice(0, -1);
  if (!folders.length) return paths.has(`*${ending}`) || paths.has('*');
  const own = folders.join('/');
  if ([own, `${own}/*`, `${own}/*${ending}`].some(one => paths.has(one))) return true;
  return folders.some((_, index) => {
    const above = folders.slice(0, index + 1).join('/');
    return paths.has(`${above}/**`) || paths.has(`${above}/**/*${ending}`);
  });
}

/** Longer values are no path. */
const maxValueLength = 300;

/** `SRC = ch/*.md`, `bib="${root}/refs.bib"`: what has a name in it, with the names before put in. */
function variablesOf(text: string): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  const assignment =
    /^[ \t]*(?:export[ \t]+|local[ \t]+|readonly[ \t]+|\$)?([A-Za-z_]\w*)[ \t]*[:?+]?=[ \t]*([^\n]*)$/gm;
  for (const { 1: name, 2: value } of text.matchAll(assignment)) {
    const quoted = /^(["'])(.*)\1/.exec(value!.trim())?.[2];
    const bare = quoted ?? value!.replace(/[ \t]#.*/, '').trim();
    const expanded = ownFolder(value!) ?? expand(bare.slice(0, maxValueLength), variables);
    if (expanded.length <= maxValueLength) variables.set(name!, expanded);
  }
  return variables;
}

/** `$(cd "$(dirname "$0")/.." && pwd)`, `$(pwd)`, `$(CURDIR)`: the folder of the file, or one above it. */
function ownFolder(value: string): string | undefined {
  if (!/\bdirname\b|\bpwd\b|\bPWD\b|\bCURDIR\b|BASH_SOURCE|PSScriptRoot/.test(value)) return undefined;
  return /(?:\/\.\.)+/.exec(value)?.[0].slice(1) ?? '.';
}

/** What is left of variables that nothing tells begins with `${`. */
function expand(text: string, variables: ReadonlyMap<string, string>): string {
  return text
    .replace(
      /\$\(([A-Za-z_]\w*)\)|\$\{([A-Za-z_]\w*)\}|\$([A-Za-z_]\w*)/g,
      (_, ofMake?: string, braced?: string, bare?: string) => {
        const name = (ofMake ?? braced ?? bare)!;
        return variables.get(name) ?? ownFolder(name) ?? `\${${name}}`;
      },
    )
    .replace(/(?<![^\s"'/])(?:\.\/)+/g, '');
}
