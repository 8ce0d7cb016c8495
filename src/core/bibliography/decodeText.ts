import { tableOf } from '../util/collections/tableOf';
import { type SourceText, Utf8Text, type WholeText } from './sourceText';

/** Text and the encoding it was in. */
export interface DecodedText {
  readonly whole: WholeText;
  /** The same text in as little memory as can be. */
  readonly kept: SourceText;
  /** As `TextDecoder` names it. */
  readonly encoding: string;
  /** Nothing in the file says so: it was told from the bytes. */
  readonly guessed: boolean;
}

/** How far into a file its encoding is looked for. */
const declarationLength = 4096;

const declarations = [
  /^[%#;\s]*Encoding:\s*([\w-]+)/im,
  /x-kbibtex-encoding\s*=\s*([\w-]+)/i,
  /-\*-.*?\bcoding:\s*([\w-]+)/i,
  /\\usepackage\s*\[([\w-]+)\]\s*\{inputenc\}/i,
];

/** What JabRef, inputenc and Emacs call encodings, where `TextDecoder` has another name for them. */
const aliases: Readonly<Record<string, string>> = tableOf({
  latin9: 'iso-8859-15',
  applemac: 'macintosh',
  macroman: 'macintosh',
  'x-macroman': 'macintosh',
  ansinew: 'windows-1252',
  iso8859_1: 'windows-1252',
  latin2: 'iso-8859-2',
  ms932: 'shift_jis',
  sjis: 'shift_jis',
  ms936: 'gbk',
  ms949: 'euc-kr',
  koi8_r: 'koi8-r',
});

/**
 * The text of a file: by its byte order mark, as UTF-8 where it is that, as it declares itself (JabRef's `% Encoding:` and its like), or
 * else as its bytes look. Files put together from several encodings are read line by line.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = markedEncoding(bytes);
  if (marked) return decoded(new TextDecoder(marked).decode(bytes), marked);
  const unicode = Utf8Text.decode(bytes);
  if (unicode) return { ...unicode, encoding: 'utf-8', guessed: false };
  const declared = declaredEncoding(bytes);
  if (declared) return decoded(decodeAs(declared, bytes), declared);
  const encoding = looksMacintosh(bytes) ? 'macintosh' : 'windows-1252';
  return decoded(decodeLines(bytes, encoding), encoding, true);
}

function decoded(text: string, encoding: string, guessed = false): DecodedText {
  return { whole: { text }, kept: text, encoding, guessed };
}

/** As `TextDecoder` does it; some engines take Windows-1252 for Latin-1, which has control characters where that has quotation marks. */
function decodeAs(encoding: string, bytes: Uint8Array): string {
  const text = new TextDecoder(encoding).decode(bytes);
  return encoding === 'windows-1252' ? text.replace(/[\x80-\x9f]/g, windowsCharacter) : text;
}

/** What Windows-1252 has at 80 to 9F; where it has nothing, the control character itself. */
const windowsCharacters = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function windowsCharacter(control: string): string {
  return windowsCharacters[control.charCodeAt(0) - 0x80]!;
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Without a mark: ASCII text in UTF-16 has a zero in every other byte.
  if (bytes.length >= 4 && bytes.length % 2 === 0) {
    if (first !== 0 && second === 0 && bytes[3] === 0) return 'utf-16le';
    if (first === 0 && second !== 0 && bytes[2] === 0) return 'utf-16be';
  }
  return undefined;
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, declarationLength));
  for (const declaration of declarations) {
    const name = declaration.exec(head)?.[1]?.toLowerCase();
    const encoding = name && canonical(aliases[name] ?? name);
    if (encoding && encoding !== 'utf-8') return encoding;
  }
  return undefined;
}

function canonical(name: string): string | undefined {
  const variants = [
    name,
    name.replace(/^cp-?(\d+)$/, 'windows-$1'),
    name.replace(/_/g, '-'),
    name.replace(/^iso-?(8859)[_-]?(\d+)$/, 'iso-$1-$2'),
  ];
  for (const variant of variants) {
    try {
      return new TextDecoder(variant).encoding;
    } catch {
      // Not a name it knows: try the next spelling.
    }
  }
  return undefined;
}

/** On old Macintoshes accented letters are 80–9F, where Windows has quotation marks and dashes; between letters these are letters. */
function looksMacintosh(bytes: Uint8Array): boolean {
  let low = 0;
  let high = 0;
  for (let i = 1; i + 1 < bytes.length; i++) {
    const code = bytes[i]!;
    if (code < 0x80 || !isLetter(bytes[i + 1]!)) continue;
    if (code >= 0xc0) high++;
    else if (code < 0xa0 && code !== 0x92 && isLetter(bytes[i - 1]!)) low++;
  }
  return low > high;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Lines that are UTF-8 as such, the others in the encoding that was told. */
function decodeLines(bytes: Uint8Array, encoding: string): string {
  const strict = new TextDecoder('utf-8', { fatal: true });
  const parts: string[] = [];
  let start = 0;
  while (start < bytes.length) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    const line = bytes.subarray(start, end);
    try {
      parts.push(strict.decode(line));
    } catch {
      parts.push(decodeAs(encoding, line));
    }
    start = end;
  }
  return parts.join('');
}
