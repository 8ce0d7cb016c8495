const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const subscripts = '₀₁₂₃₄₅₆₇₈₉';

/** The remnants of TeX in the delivered texts, in the order they are taken out, and how a person reads them. */
const remnants: readonly (readonly [RegExp, string | ((...match: string[]) => string)])[] = [
  [/\\([%&#_$])/g, '$1'],
  // `\$1`, whose dollar was taken for the end of a formula
  [/\\(?=\d)/g, '$'],
  // `$\textbf{a} and \textbf{b}$`, with or without its backslashes and dollars
  [/\$?\\?text(?:bf|it|sc|tt|rm)\{([^{}]*)\}\$?/g, '$1'],
  [/\{\\(?:em|it|bf)\s+([^{}]*)\}/g, '$1'],
  // what is left of `\geq`, `\leq`, `\approx`
  [/\(ge(?= \d)/g, '(≥'],
  [/\(le(?= \d)/g, '(≤'],
  [/\(approx(?= \d)/g, '(≈'],
  [/\^(\d)/g, (_, digit) => superscripts[Number(digit)]!],
  [/\b([A-Z])_(\d)\b/g, (_, letter, digit) => letter + subscripts[Number(digit)]],
  // the sign of a comment that had its own line
  [/(?<=\s)%(?=[A-Z])/g, ''],
  [/``(.*?)(?:''|")/g, '“$1”'],
  [/(?<![^\s(“])`([^`']*)'/g, '‘$1’'],
];

/** A delivered title or abstract as a person would read it; everything but TeX stays as it is. */
export function readableText(text: string): string {
  return remnants.reduce(
    (sofar, [pattern, reading]) => sofar.replace(pattern, reading as (...match: string[]) => string),
    text,
  );
}
