/** Packages of Typst Universe by which `@name` means what the code names: entries of glossaries, figures by their kind, other bibliographies. */
const resolving =
  /^@[\w-]+\/(?:glossarium|glossy|gloss-awe|acrostiche|acrotastic|abbr|i-figured|alexandria|pergamon|citrus|blindex|smartaref|hallon)\b/;

/** Whether references may name something of a package, as written behind `import`. */
export function isResolvingPackage(name: string): boolean {
  return resolving.test(name);
}

/** Whether rules for references (`show ref: it => …`) look at what is referred to, and not only at how it is set. */
export function decidesByTarget(text: string): boolean {
  return (
    /\bshow\s+ref\b/.test(text) &&
    /\b(?:str|repr)\s*\(\s*[\w-]+\.target|\.target\s*(?:==|!=|in\b)|==\s*[\w-]+\.target/.test(text)
  );
}
