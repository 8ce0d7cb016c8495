/** Packages of Typst Universe by which `@name` means what the code names: entries of glossaries, figures by their kind. */
const resolving =
  /^@[\w-]+\/(?:glossarium|glossy|gloss-awe|acrostiche|acrotastic|abbr|i-figured|blindex|smartaref|hallon)\b/;

/** Whether references may name something of a package, as written behind `import`. */
export function isResolvingPackage(name: string): boolean {
  return resolving.test(name);
}

/** Packages by which `@listing:3` means the third line of what has the label `listing`. */
const numbering = /^@[\w-]+\/codly\b/;

/** Whether references may name lines of what has a label, by a package as written behind `import`. */
export function numbersLines(name: string): boolean {
  return numbering.test(name);
}

/** Packages that make lists of references of their own, and keys of their own for them. */
const listing = /^@[\w-]+\/(?:alexandria|pergamon|citrus|citegeist)\b/;

/** Whether a package, as written behind `import`, reads bibliographies by itself. */
export function listsByItself(name: string): boolean {
  return listing.test(name);
}

/** Whether rules for references (`show ref: it => …`) look at what is referred to, and not only at how it is set. */
export function decidesByTarget(text: string): boolean {
  return (
    /\bshow\s+ref\b/.test(text) &&
    /\b(?:str|repr)\s*\(\s*[\w-]+\.target|\.target\s*(?:==|!=|in\b)|==\s*[\w-]+\.target/.test(text)
  );
}
