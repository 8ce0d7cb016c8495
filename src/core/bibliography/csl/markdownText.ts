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

/** The inline markup of Pandoc's Markdown as the tags that CSL-JSON has. */
export function markdownTags(text: string): string {
  if (!/[*_^~[\\]/.test(text)) return text;
  return replacements.reduce((result, [pattern, tag]) => result.replace(pattern, tag), text);
}
