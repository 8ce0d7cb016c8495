/** Escapes, and emphasis around whole words. */
const markup = /\\([!-/:-@[-`{-~])|(\*\*|__)(?=\S)([^*_]+?)(?<=\S)\2|([*_])(?=\S)([^*_]+?)(?<=\S)\4/g;

/** What stands before or behind a key, as citation processors take it: `see *also*` → `see <i>also</i>`. What else it holds stays text. */
export function affixMarkup(text: string): string {
  return text.replace(
    markup,
    (_, escaped?: string, _strong?: string, bold?: string, _mark?: string, italic?: string) =>
      escaped ?? (bold !== undefined ? `<b>${bold}</b>` : `<i>${italic}</i>`),
  );
}
