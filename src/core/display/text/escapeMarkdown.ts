import { plainText } from './plainText';

/**
 * Text from a file as Markdown that shows it and nothing else, on one line: no emphasis, links (bare addresses included), HTML,
 * entities or images. Markdown that holds it must not be given `supportThemeIcons`: those are read after Markdown.
 */
export function escapeMarkdown(text: string): string {
  return plainText(text).replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
