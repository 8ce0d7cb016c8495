/** Control characters, line ends, and what turns the direction of the text around it (Unicode's bidirectional formatting characters). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unseen = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g;

/** Text of a file or a server on one line, without what is not seen but acts on what stands around it. */
export function plainText(text: string): string {
  return text.replace(unseen, ' ').replace(/\s+/g, ' ').trim();
}

/** The same, every place where it was: for labels of which parts are marked. */
export function plainInPlace(text: string): string {
  return text.replace(unseen, run => ' '.repeat(run.length));
}

/** For labels, in which VS Code reads `$(name)` as an icon: here it is text. */
export function plainLabel(text: string): string {
  return plainText(text).replaceAll('$(', '\\$(');
}

/** For messages, in which VS Code reads `[text](command:…)` and `[text](https:…)` as links: here they are text. */
export function plainMessage(text: string): string {
  return plainText(text).replaceAll('](', '] (');
}
