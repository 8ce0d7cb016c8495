import { BitReader, BitWriter } from '../../util/bytes/bitStream';

/** Bits for how many letters a word shares with the one before, and for how many follow; longer ones go on in a number of their own. */
const lengthBits = 4;
const longLength = 15;
/** Letters of the plain alphabet take five bits; these numbers say that another kind follows. */
const letterBits = 5;
const digit = 26;
const digitBits = 4;
const cyrillic = 27;
const other = 28;
const otherBits = 16;

/** Words in ascending order in a third less than their letters: each without what it shares with the one before. */
export function packWords(words: Iterable<string>): Uint8Array {
  const writer = new BitWriter();
  let previous = '';
  for (const word of words) {
    let shared = 0;
    while (shared < previous.length && word.charCodeAt(shared) === previous.charCodeAt(shared)) shared++;
    writeLength(writer, shared);
    writeLength(writer, word.length - shared);
    for (let at = shared; at < word.length; at++) writeLetter(writer, word.charCodeAt(at));
    previous = word;
  }
  return writer.finish();
}

/** Gives the words that `packWords` packed to `visit`, in order. */
export function unpackWords(bytes: Uint8Array, count: number, visit: (word: string) => void): void {
  const reader = new BitReader(bytes);
  let previous = '';
  for (let i = 0; i < count; i++) {
    const shared = readLength(reader);
    const length = readLength(reader);
    let word = previous.slice(0, shared);
    for (let at = 0; at < length; at++) word += readLetter(reader);
    visit(word);
    previous = word;
  }
}

function writeLength(writer: BitWriter, length: number): void {
  writer.bits(Math.min(length, longLength), lengthBits);
  if (length >= longLength) writer.gamma(length - longLength + 1);
}

function readLength(reader: BitReader): number {
  const length = reader.bits(lengthBits);
  return length < longLength ? length : longLength - 1 + reader.gamma();
}

function writeLetter(writer: BitWriter, unit: number): void {
  if (unit >= 0x61 && unit <= 0x7a) writer.bits(unit - 0x61, letterBits);
  else if (unit >= 0x30 && unit <= 0x39) {
    writer.bits(digit, letterBits);
    writer.bits(unit - 0x30, digitBits);
  } else if (unit >= 0x430 && unit <= 0x44f) {
    writer.bits(cyrillic, letterBits);
    writer.bits(unit - 0x430, letterBits);
  } else {
    writer.bits(other, letterBits);
    writer.bits(unit, otherBits);
  }
}

function readLetter(reader: BitReader): string {
  const kind = reader.bits(letterBits);
  if (kind < digit) return String.fromCharCode(0x61 + kind);
  if (kind === digit) return String.fromCharCode(0x30 + reader.bits(digitBits));
  if (kind === cyrillic) return String.fromCharCode(0x430 + reader.bits(letterBits));
  return String.fromCharCode(reader.bits(otherBits));
}
