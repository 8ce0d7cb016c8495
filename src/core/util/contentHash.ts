/** A hash of a source's content: equal contents have equal ones, and others practically never. */
export function contentHash(content: Uint8Array | string): string {
  const [a, b] = typeof content === 'string' ? hashText(content) : hashBytes(content);
  return `${content.length.toString(36)}-${(a >>> 0).toString(36)}-${(b >>> 0).toString(36)}`;
}

const seeds = [0x811c9dc5, 0x050c5d1f] as const;
const primes = [0x01000193, 0x85ebca6b] as const;

function hashText(text: string): [number, number] {
  let [a, b]: [number, number] = [...seeds];
  for (let at = 0; at < text.length; at++) {
    const value = text.charCodeAt(at);
    a = Math.imul(a ^ value, primes[0]);
    a ^= a >>> 15;
    b = Math.imul(b ^ value, primes[1]);
    b ^= b >>> 13;
  }
  return [a, b];
}

/** Four bytes at a time: this runs over all of every file. */
function hashBytes(bytes: Uint8Array): [number, number] {
  let [a, b]: [number, number] = [...seeds];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length & ~3;
  for (let at = 0; at < bytes.length; ) {
    const value = at < whole ? view.getInt32(at, true) : bytes[at]!;
    at += at < whole ? 4 : 1;
    a = Math.imul(a ^ value, primes[0]);
    a ^= a >>> 15;
    b = Math.imul(b ^ value, primes[1]);
    b ^= b >>> 13;
  }
  return [a, b];
}
