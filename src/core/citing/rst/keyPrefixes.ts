import { documentsIn } from '../project/projectDocuments';
import { type ProjectFiles, readOnce } from '../project/projectFiles';

const prefixedBibliography =
  /^[ \t]*(?:\.\.[ \t]+bibliography::|[`:~]{3,}[ \t]*\{bibliography\})[^\n]*\n(?:[ \t]*:[^\n]*\n)*?[ \t]*:keyprefix:[ \t]*(\S+)/gm;

/** What keys begin with that an entry of a list has in it: the option `keyprefix` of sphinxcontrib-bibtex's `bibliography`, in MyST too. */
export function keyPrefixes(text: string): string[] {
  return [...text.matchAll(prefixedBibliography)].map(([, prefix]) => prefix!);
}

/** What keys may begin with, as a list of references in any document of a Sphinx project says: `:keyprefix: a-`. */
export async function projectKeyPrefixes(
  document: { readonly path: string; readonly text: string },
  folders: ReadonlySet<string>,
  files: ProjectFiles,
): Promise<ReadonlySet<string>> {
  const prefixesIn = readOnce(files, 'key prefixes', keyPrefixes);
  const prefixes = new Set(prefixesIn(document.text));
  for (const folder of folders)
    for (const other of await documentsIn(folder, ['rst', 'md'], files, { below: true }))
      for (const prefix of prefixesIn(other === document.path ? '' : ((await files.read(other)) ?? '')))
        prefixes.add(prefix);
  return prefixes;
}
