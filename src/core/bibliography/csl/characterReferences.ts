import { tableOf } from '../../util/collections/tableOf';

const named: Readonly<Record<string, string>> = tableOf({
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
});

/**
 * A text with the character references that Crossref, publishers and old exports leave in it as what they stand for: `Science &amp; Technology`.
 * With `keepAngles` those of `<` and `>` stay, so that none of them becomes markup.
 */
export function decodeCharacterReferences(text: string, angles?: 'keepAngles'): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,5}));/gi,
    (written, decimal, hexadecimal, name) => {
      const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16);
      const character = name ? named[(name as string).toLowerCase()] : codePoint(code);
      return character === undefined || (angles && /[<>]/.test(character)) ? written : character;
    },
  );
}

function codePoint(code: number): string | undefined {
  return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
