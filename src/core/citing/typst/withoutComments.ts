/** A string, which may hold what looks like a comment, or a comment. `https://` begins none. */
const stringOrComment = /"(?:\\[\s\S]|[^"\\])*"?|(?<!:)\/\/[^\n]*|\/\*(?:[\s\S]*?\*\/|[\s\S]*$)/g;

/** Code with blanks in place of its comments: what is left stands where it stood. */
export function withoutComments(code: string): string {
  return code.replace(stringOrComment, found => (found.startsWith('"') ? found : ' '.repeat(found.length)));
}
