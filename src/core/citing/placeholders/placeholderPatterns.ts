import type { Language } from '../citation';

/**
 * What writers put where a citation is still missing, by language. Each pattern is one alternative of a regular expression, read with the
 * flags `giu`; none of them can go on over a line.
 */
const common: readonly string[] = [
  // Wikipedia's, and its kin.
  String.raw`\[(?:citation|citations|reference|references|source|sources) (?:needed|required|missing)\](?![(\[{])`,
  String.raw`\((?:citation|reference|source)s? (?:needed|required|missing)\)`,
  String.raw`\[(?:refs?|cite|citations?|todo:? ?(?:cite|ref|citation|reference))\??\](?![(\[{])`,
  String.raw`\((?:refs?|cite|citations?)\?{0,3}\)`,
  String.raw`\[\?{1,3}\](?![(\[{])`,
];

export const placeholderPatterns: Readonly<Record<Language, readonly string[]>> = {
  markdown: [
    ...common,
    String.raw`\[-?@(?:\?{1,3}|todo|xxx)\]`,
    String.raw`(?<![\p{L}\p{N}\[])@\?{1,3}(?![\p{L}\p{N}])`,
  ],
  latex: [
    ...common,
    String.raw`\\[a-z]{0,20}cite[a-z]{0,20}\*?(?:\[[^\]\n]{0,100}\]){0,2}\{[ \t]*(?:\?{1,3}|todo|xxx|ref)?[ \t]*\}`,
    String.raw`\\todo(?:\[[^\]\n]{0,100}\])?\{[^{}\n]{0,100}\b(?:cite|citation|ref|reference|source)\b[^{}\n]{0,100}\}`,
  ],
  rst: [...common, '(?<![\\w`:]):cite(?::[a-z]{1,15})?:`[ \\t]*\\?{0,3}[ \\t]*`'],
  typst: [
    ...common,
    String.raw`#cite\([ \t]*(?:<\?{0,3}>|label\("\?{0,3}"\))?[ \t]*\)`,
    String.raw`(?<![\p{L}\p{N}])@\?{1,3}(?![\p{L}\p{N}])`,
  ],
};
