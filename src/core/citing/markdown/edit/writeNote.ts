/** What has a meaning of its own in a note, one by one; code, mathematics and what is escaped already stay as they are. */
const signs =
  /\\[\s\S]|`[^`]*`|\$[^\s$](?:[^$]*[^\s$])?\$|[[\];|*]|(?<![\p{L}\p{N}])@(?=[\p{L}\p{N}_{])|\\$|[\r\n]\s*/gu;

/** A prefix or a locator as it can stand in a group, in a table too: its marks stay marks where they match, and end neither. */
export function writeNote(note: string): string {
  const opened: number[] = [];
  const matched = new Set<number>();
  let stars = 0;
  for (const { 0: sign, index } of note.matchAll(signs)) {
    if (sign === '[') opened.push(index);
    else if (sign === '*') stars++;
    else if (sign === ']' && opened.length) matched.add(opened.pop()!).add(index);
  }
  return note.replace(signs, (sign: string, index: number) => {
    if (/^\s/.test(sign)) return ' ';
    const isMark = sign.length > 1 || matched.has(index) || (sign === '*' && stars % 2 === 0);
    return isMark ? sign : `\\${sign}`;
  });
}
