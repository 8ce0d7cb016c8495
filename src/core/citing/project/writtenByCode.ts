/** So far back a call is looked for whose arguments name a file. */
const callLength = 600;

/**
 * Whether code in a document names this file in a call, as `knitr::write_bib(packages, file = "packages.bib")` and `download.file(address, "refs.bib")`
 * do: then it is there when the document has been run.
 */
export function isNamedInCall(text: string, path: string): boolean {
  const name = path.replace(/^\.\//, '').replace(/\.bib$/, '');
  if (name === '') return false;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = /(["'])(?:\.\/)?$/.exec(text.slice(Math.max(0, at - 3), at));
    const after = /^(?:\.bib)?(["'])/.exec(text.slice(at + name.length, at + name.length + 5));
    if (before && before[1] === after?.[1] && isInCall(text, at - before[0].length)) return true;
  }
  return false;
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
