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
