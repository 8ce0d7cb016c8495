/** Addresses and identifiers with `\_`, `\%`, `{\_}` and such as what they stand for. */
export function unescapeTex(text: string): string {
  if (!text.includes('\\')) return text;
  return text
    .replace(/\{?\\(?:textasciitilde|sim)(?:\{\}|\s)?\}?/g, '~')
    .replace(/\{\\([_#$%&{}~^])\}|\\([_#$%&{}~^])/g, (_, braced, bare) => braced ?? bare);
}
