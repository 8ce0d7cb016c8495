/**
 * The name of a journal as people cite it, from the catalogue of the National Library of Medicine, which adds parallel titles after ` : ` or
 * ` = ` and a place or year in brackets: `Phronesis (Barcelona, Spain)`.
 */
export function nlmJournal(title: string): string {
  const name = title
    .split(/\s+[:=]\s+/)[0]!
    .replace(/\s*\([^()]*(?:,|\d)[^()]*\)$/, '')
    .replace(/\.$/, '');
  return foreign.test(name) ? name : name.replace(/(?<=\s)\p{Ll}[\p{Ll}-]+/gu, inTitleCase);
}

/** Small words of languages that write names of journals as other text. */
const foreign =
  /(?:^|\s)(?:de|la|le|les|des|du|et|der|die|das|und|für|zur|i|och|og|voor|het|van|e|y|del|della|di|do|da|dos)(?=\s)/i;
const small = /^(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|with)$/;

/** The catalogue writes all words small but the first and proper names; journals themselves do not: `Clinical Infectious Diseases`. */
function inTitleCase(word: string): string {
  return small.test(word) ? word : word[0]!.toUpperCase() + word.slice(1);
}
