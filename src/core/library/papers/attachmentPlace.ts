/** Where an attachment is, as far as its path says. Paths have `/` and, where absolute, begin with it: `/C:/papers/a.pdf`. */
export type AttachmentPlace =
  | { readonly kind: 'absolute'; readonly path: string; readonly server?: string }
  /** To the bibliography's folder. */
  | { readonly kind: 'relative'; readonly path: string }
  /** To the writer's home folder. */
  | { readonly kind: 'home'; readonly path: string }
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'zotero'; readonly url: string };

/** Reads the path of an attachment as bibliographies have them; `undefined` for what no program here should be given: `javascript:…`. */
export function attachmentPlace(written: string): AttachmentPlace | undefined {
  const path = written.trim();
  if (!path) return undefined;
  if (/^https?:/i.test(path))
    return URL.canParse(path) ? { kind: 'web', url: new URL(path).href } : undefined;
  if (/^zotero:\/\/(?:select|open|open-pdf)\/[\w/@:.?=&%-]*$/.test(path))
    return { kind: 'zotero', url: path };
  if (/^file:/i.test(path)) return fileAddress(path);
  const slashed = path.replaceAll('\\', '/');
  if (/^[a-z]:\//i.test(slashed)) return { kind: 'absolute', path: `/${slashed}` };
  const share = /^\/\/([^/]+)(\/.+)$/.exec(slashed);
  if (share) return { kind: 'absolute', path: share[2]!, server: share[1]! };
  if (slashed.startsWith('/')) return { kind: 'absolute', path: slashed };
  if (slashed.startsWith('~/')) return { kind: 'home', path: slashed.slice(2) };
  if (/^[a-z][a-z0-9+.-]+:/i.test(path)) return undefined;
  return { kind: 'relative', path: slashed };
}

function fileAddress(address: string): AttachmentPlace | undefined {
  if (!URL.canParse(address)) return undefined;
  const { hostname, pathname } = new URL(address);
  try {
    const path = decodeURIComponent(pathname);
    return { kind: 'absolute', path, ...(hostname && hostname !== 'localhost' && { server: hostname }) };
  } catch {
    return undefined;
  }
}

/**
 * The folders in which JabRef keeps the files of a library, as it writes them into the `.bib`: `@Comment{jabref-meta: fileDirectory:papers;}`.
 * Those of single users (`fileDirectory-user-host`) first, as in JabRef.
 */
export function jabrefFolders(bibtex: string): string[] {
  const folders = [
    ...bibtex.matchAll(/jabref-meta:\s*fileDirectory(-[^:;{}]*)?:((?:[^;\\{}]|\\[\s\S])*)/g),
  ].map(([, user, written]) => ({ user, path: written!.replace(/\\([\\:;])/g, '$1').trim() }));
  return [...folders.filter(({ user }) => user), ...folders.filter(({ user }) => !user)]
    .map(({ path }) => path)
    .filter(path => path !== '');
}

/**
 * Whether a program outside of the editor may be given a file. What a bibliography names may be a program itself, or a document that runs
 * one; the editor only shows it.
 */
export function isPaperFile(path: string): boolean {
  return /\.(?:pdf|djvu?|ps|epub|mobi|azw3|cbz)$/i.test(path);
}

/** PDFs first, else in the order of the bibliography. */
export function byKind<T extends { readonly path: string }>(attachments: readonly T[]): T[] {
  const isPdf = ({ path }: T) => /\.pdf(?:[?#]|$)/i.test(path);
  return [...attachments.filter(isPdf), ...attachments.filter(one => !isPdf(one))];
}
