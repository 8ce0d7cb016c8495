import { plainText, taggedText } from '../tex/inline';
import { readTex } from '../tex/readTex';

const replacements: readonly (readonly [pattern: RegExp, tag: string])[] = [
  [/\*\*(?=\S)([^*\n]{1,500}?)(?<=\S)\*\*/g, '<b>$1</b>'],
  [/(?<![\\*])\*(?=[^\s*])([^*\n]{1,500}?)(?<=[^\s\\])\*/g, '<i>$1</i>'],
  [/(?<![\\\p{L}\p{N}_])_(?=[^\s_])([^_\n]{1,500}?)(?<=[^\s\\])_(?![\p{L}\p{N}_])/gu, '<i>$1</i>'],
  // A blank in them has a backslash before it.
  [/(?<!\\)\^(?=[^\s^])((?:\\[^\n]|[^\s^\\]){1,100})\^/g, '<sup>$1</sup>'],
  [/(?<![\\~])~(?=[^\s~])((?:\\[^\n]|[^\s~\\]){1,100})~/g, '<sub>$1</sub>'],
  [/\[([^[\]\n]{1,500})\]\{\.nocase\}/g, '<span class="nocase">$1</span>'],
  [/\[([^[\]\n]{1,500})\]\{\.smallcaps\}/g, '<span style="font-variant:small-caps;">$1</span>'],
  [/\\([!-/:-@[-`{-~ ])/g, '$1'],
];

/** What is escaped; a command of TeX with its arguments; mathematics (Pandoc's manual, `raw_tex`, `tex_math_dollars`). */
const escapedOrTex =
  /\\[^A-Za-z]|(\\[A-Za-z]{1,40}\*?(?:\[[^[\]\n]{0,100}\])?(?:\{(?:[^{}\n]|\{[^{}\n]{0,300}\}){0,500}\})*|\$(?=[^\s$])(?:\\[^\n]|[^$\\\n]){1,300}(?<=\S)\$(?!\d))/g;

function textOfTex(tex: string): string {
  const content = readTex(tex);
  return plainText(content) === '' ? '' : taggedText(content);
}

/** The inline markup of Pandoc's Markdown as the tags that CSL-JSON has. */
export function markdownTags(text: string): string {
  if (!/[*_^~[\\$]/.test(text)) return text;
  const withoutTex = text.replace(escapedOrTex, (written, tex: string | undefined) =>
    tex === undefined ? written : textOfTex(tex),
  );
  return replacements.reduce((result, [pattern, tag]) => result.replace(pattern, tag), withoutTex);
}
