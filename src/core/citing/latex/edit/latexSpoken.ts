import { tableOf } from '../../../util/collections/tableOf';

/** Accents of TeX as Unicode's combining characters. */
const combining: Readonly<Record<string, string>> = tableOf({
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  c: '\u0327',
  k: '\u0328',
  d: '\u0323',
  b: '\u0331',
});
const letters: Readonly<Record<string, string>> = tableOf({
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  i: 'i',
  j: 'j',
});

/** The letter that a piece of a word stands for: `{\"o}`, `\H{o}`, `\ss{}`, `{B}`; nothing for a hyphenation hint. */
export function letterOf(piece: string): string {
  const accent = /\\([`'^"~=.Hcdbkruvt])[ {\\]*([A-Za-z])/.exec(piece);
  if (accent && !letters[accent[1]! + accent[2]!])
    return (accent[2]! + (combining[accent[1]!] ?? '')).normalize('NFC');
  const own = /\\([A-Za-z]{1,2})/.exec(piece)?.[1];
  if (own) return letters[own] ?? '';
  const shorthand = /^"([aouAOUs])/.exec(piece)?.[1];
  if (shorthand) return shorthand === 's' ? 'ß' : `${shorthand}\u0308`.normalize('NFC');
  return piece.replace(/[{}\\-]/g, '');
}

/** What a command without running text says: the name of a logo, an acronym's; nothing for a label or a picture. */
export function saidByCommand(name: string, written: string): string {
  if (/^(?:[gG]ls|[aA]c[a-z]{0,2}$)/.test(name)) return /\{([^{}]*)\}/.exec(written)?.[1] ?? '';
  if (/^(?:emph|text[a-z]{2}|enquote|textquote|mbox)$/.test(name)) return written.replace(/[{}]/g, '');
  return /^[A-Z]\w*TeX|^TeX|^LaTeX/.test(name) ? name : '';
}
