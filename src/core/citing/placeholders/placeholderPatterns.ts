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
  String.raw`\((?:refs?|cite|citations?)\?{0,5}\)`,
  String.raw`\[\?{1,5}\](?![(\[{])`,
];

/** What stands where a key will. */
const noKey = String.raw`(?:\?{1,5}|todo|tbd|fixme|x{3,5}|citation-?needed|cite-?me)`;
const noKeys = String.raw`${noKey}(?:[ \t]{0,20},[ \t]{0,20}${noKey}){0,9}`;

export const placeholderPatterns: Readonly<Record<Language, readonly string[]>> = {
  markdown: [
    ...common,
    String.raw`\[-?@${noKey}(?:;[ \t]{0,20}-?@${noKey}){0,9}\]`,
    String.raw`(?<![\p{L}\p{N}\[])@\?{1,5}(?![\p{L}\p{N}])`,
  ],
  latex: [
    ...common,
    String.raw`\\[a-z]{0,20}cite[a-z]{0,20}\*?(?:\[[^\]\n]{0,100}\]){0,2}\{[ \t]{0,20}(?:${noKeys}|ref)?[ \t]{0,20}\}`,
    String.raw`\\todo(?:\[[^\]\n]{0,100}\])?\{[^{}\n]{0,100}\b(?:cite|citation|ref|reference|source)\b[^{}\n]{0,100}\}`,
  ],
  rst: [...common, '(?<![\\w`:]):cite(?::[a-z]{1,15})?:`[ \\t]{0,20}\\?{0,5}[ \\t]{0,20}`'],
  typst: [
    ...common,
    String.raw`#cite\([ \t]{0,20}(?:<${noKey}?>|label\("${noKey}?"\))?[ \t]{0,20}(?:,[^()\n]{0,100})?\)`,
    String.raw`(?<![\p{L}\p{N}])@\?{1,5}(?![\p{L}\p{N}])`,
  ],
};

/** One among the keys of a citation: how it is found, and how a key is written in its place. */
interface PlaceholderMember {
  readonly pattern: string;
  written(key: string): string;
}

/** None in Typst, where a citation has one key. */
export const placeholderMembers: Readonly<Partial<Record<Language, PlaceholderMember>>> = {
  markdown: {
    pattern: String.raw`(?<![\p{L}\p{N}])@${noKey}(?![\p{L}\p{N}_:.#$%&+?<>~/-])`,
    written: key => `@${key}`,
  },
  latex: {
    pattern: String.raw`${noKey}(?<=[{,][ \t]{0,20}${noKey})(?=[ \t]{0,20}[,}])`,
    written: key => key,
  },
  rst: { pattern: `${noKey}(?<=[\`,][ \\t]{0,20}${noKey})(?=[ \\t]{0,20}[,\`])`, written: key => key },
};
