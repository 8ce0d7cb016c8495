/**
 * A copy that shares no memory with what it was cut from. Engines keep a whole file in memory as long as any piece of it that was cut out;
 * what outlives the file (decoded items, index entries) must not.
 */
export function detachString(text: string): string {
  // Shorter pieces are copied anyway.
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
