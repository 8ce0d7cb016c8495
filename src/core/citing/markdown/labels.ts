/** What begins an option of a cell of code, in the comments of its language: `#| label: a`, and `# |` as formatters write it. */
export const optionMark = String.raw`[ \t]*(?:#|%|%%|//|--|;)[ \t]*\|`;

/** Attributes of Pandoc, `{#euler .theorem}`; longer ones nobody writes. */
const attributes = /\{([^{}\n]{1,300})\}/g;
/** A label among the options of a cell of code. */
const option = new RegExp(String.raw`^${optionMark}[ \t]*label[ \t]*:[ \t]*["']?([^\s"']+)`, 'gm');
/** What manubot resolves: `[@tag]: doi:10.1000/x` gives a work a name. */
const namedWork = /^ {0,3}\[@([^\s\]]+)\]:[ \t]*\S/gm;

/** What `@name` may mean in a Markdown document besides a reference: identifiers, labels of cells, works named by a link definition. */
export function labelsOf(text: string): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const [, inside] of text.matchAll(attributes))
    for (const [, id] of inside!.matchAll(/(?:^|\s)#([^\s#]+)/g)) labels.add(id!);
  for (const [, label] of text.matchAll(option)) labels.add(label!);
  for (const [, name] of text.matchAll(namedWork)) labels.add(name!);
  return labels;
}
