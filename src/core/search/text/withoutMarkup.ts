import { tableOf } from '../../util/collections/tableOf';

/** Letters that TeX writes as commands. */
const letters: Readonly<Record<string, string>> = tableOf({
  ss: 'ß',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  i: 'i',
  j: 'j',
});

/** TeX's accents, as combining marks. */
const accents: Readonly<Record<string, string>> = tableOf({
  '"': '\u0308',
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  c: '\u0327',
  v: '\u030c',
  u: '\u0306',
  H: '\u030b',
  k: '\u0328',
  r: '\u030a',
});

const argument = String.raw`(?:\s*\[[^\]]*\])*\s*\{[^{}]*\}`;
/** Commands whose argument is a key, a label, an address or a file, not text. */
const pointing = `(?:[a-zA-Z]*cite[a-zA-Z]*|[a-zA-Z]{0,5}ref|label|url|href|includegraphics|input|include|begin|end|gls|index)`;

/** What is replaced, in this order. */
const rules: readonly (readonly [markup: RegExp, instead: string | ((...match: string[]) => string)])[] = [
  // Citations, which name what is cited already.
  [/\[[^\][]*@\{?[\p{L}\p{N}_][^\][]*\]/gu, ' '],
  [/#cite\([^()]*\)/g, ' '],
  [
    /(?<![\p{L}\p{N}])-?@(?:\{[^{}\s]*\}|[\p{L}_][\p{L}_:.#$%&\-+?~/]*\p{N}[\p{L}\p{N}_:.#$%&\-+?~/]*)(?:\s*\[[^\]]*\])?/gu,
    ' ',
  ],
  // TeX.
  [
    /\\(["'`^~=.])\s*(?:\{\\?(\p{L})\}|\\?(\p{L}))/gu,
    (_, mark, a = '', b = '') => (a + b + accents[mark!]).normalize('NFC'),
  ],
  [
    /\\([cvuHkr])(?:\s*\{(\p{L})\}|\s+(\p{L}))/gu,
    (_, mark, a = '', b = '') => (a + b + accents[mark!]).normalize('NFC'),
  ],
  [/\{?\\(ss|o|O|l|L|ae|AE|oe|OE|aa|AA|i|j)(?![a-zA-Z])(?:\{\}|\}|\s)?/g, (_, name) => letters[name!] ?? ''],
  [new RegExp(String.raw`\\${pointing}\*?(?:${argument})+`, 'g'), ' '],
  [/\\[a-zA-Z@]+\*?(?:\[[^\]]*\])?(?=\{)/g, ''],
  [/\\[a-zA-Z@]+\*?|\\[\\,;:! ]/g, ' '],
  [/\\([&%$#_{}])/g, '$1'],
  // Markdown and Typst.
  [/!?\[([^\][]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, '$1'],
  [/\[\^[^\][]*\]|\{[#.=][^{}]*\}/g, ' '],
  [/#[a-z][a-z.]*(?:\([^()]*\))?(?=\[)/g, ''],
  [/#(?:ref|link|cite|label|footnote)\([^()]*\)/g, ' '],
  [/<\/?[a-zA-Z][^<>\n]{0,80}>/g, ' '],
  [/&(?:amp|lt|gt|quot|nbsp|#\d+);/g, ' '],
  [/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, ''],
  [/[*`{}$]|~~/g, ''],
  [/~/g, ' '],
];

const anyMarkup = /[\\@#*_`~{}$<&[]/;

/**
 * A sentence of a LaTeX, Markdown or Typst document as it is read: emphasis, formulas' signs, footnote marks and the like are gone, what
 * commands enclose stays, citations, labels and addresses are left out. What is nothing but markup stays as it is.
 */
export function withoutMarkup(text: string): string {
  if (!anyMarkup.test(text)) return text;
  let plain = text;
  for (const [markup, instead] of rules)
    plain = typeof instead === 'string' ? plain.replace(markup, instead) : plain.replace(markup, instead);
  return /[\p{L}\p{N}]/u.test(plain) ? plain : text;
}
