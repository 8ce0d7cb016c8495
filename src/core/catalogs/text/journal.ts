/**
 * The name of a journal as people cite it, from the catalogue of the National Library of Medicine, which adds parallel titles after ` : ` or
 * ` = ` and a place or year in brackets: `Phronesis (Barcelona, Spain)`.
 */
export function nlmJournal(title: string): string {
  return title
    .split(/\s+[:=]\s+/)[0]!
    .replace(/\s*\([^()]*(?:,|\d)[^()]*\)$/, '')
    .replace(/\.$/, '');
}
