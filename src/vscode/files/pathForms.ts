/** `vscode-vfs://github/a/b.bib`, `vscode-userdata:/User/a.csl`; `c:/a.bib` is a path of Windows. */
export function isAddress(path: string): boolean {
  return /^[a-z][a-z\d+.-]+:\//i.test(path);
}

/** From the root of a disk, of Windows too. */
export function isAbsolutePath(path: string): boolean {
  return /^(?:[\\/]|[a-z]:[\\/])/i.test(path);
}
