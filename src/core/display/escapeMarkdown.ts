/** Control characters, and those that turn the direction of what stands around them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unseen = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g;

/**
 * Text from a file as Markdown that shows it and nothing else, on one line: no emphasis, links (bare addresses included), HTML,
 * entities or images. Markdown that holds it must not be given `supportThemeIcons`: those are read after Markdown.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(unseen, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
