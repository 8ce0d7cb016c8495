import type { DeclaredBibliography } from '../citation';

/** A list of files in YAML, wherever its name stands: `bibliography:` of `project:`, `bibtex_bibfiles:`. */
export function filesListed(yaml: string, name: string): DeclaredBibliography[] {
  const block = new RegExp(`^([ \\t]*)${name}:[ \\t]*(?:#.*)?((?:\\n\\1[ \\t]*-[^\\n]*)+)`, 'm').exec(yaml);
  const inline = new RegExp(`^[ \\t]*${name}:[ \\t]*(\\[[^\\]]*\\]|[^\\s#][^\\n#]*)`, 'm').exec(yaml);
  const match = block ?? inline;
  if (!match) return [];
  const content = block ? match[2]! : match[1]!;
  const from = match.index + match[0].length - content.length;
  const item = block
    ? /-[ \t]+(["']?)([^"'\n#]+?)\1[ \t]*(?:#[^\n]*)?(?=\n|$)/g
    : /(["']?)([^"',[\]\n]+?)\1[ \t]*(?=[,\]\n]|$)/g;
  return [...content.matchAll(item)].flatMap(match => {
    const [whole, quote = '', path = ''] = match;
    const start = from + match.index + whole.indexOf(quote + path) + quote.length;
    return path.trim() ? [{ path: path.trim(), start, end: start + path.trim().length }] : [];
  });
}
