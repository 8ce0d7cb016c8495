/** The keywords, or names of groups, that a field lists with commas or semicolons between them. */
export function listedWords(text: string): string[] {
  return text
    .split(/[,;]/)
    .map(word => word.trim())
    .filter(Boolean);
}
