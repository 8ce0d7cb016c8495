/** 53 bits that stand for a text: two multiplicative hashes side by side. Equal texts have equal ones, others practically never. */
export function textKey(text: string): number {
  let low = seeds[0];
  let high = seeds[1];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, primes[0]);
    low ^= low >>> 15;
    high = Math.imul(high ^ unit, primes[1]);
    high ^= high >>> 13;
  }
  return joined(low, high);
}

/** A short name for a source's content: equal contents have equal ones, and others practically never. */
export function contentHash(content: Uint8Array | string): string {
  const key = typeof content === 'string' ? textKey(content) : bytesKey(content);
  return `${content.length.toString(36)}-${key.toString(36)}`;
}

/** As `textKey`, four bytes at a time: this runs over all of every file. */
function bytesKey(bytes: Uint8Array): number {
  let low = seeds[0];
  let high = seeds[1];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length & ~3;
  for (let at = 0; at < bytes.length; ) {
    const value = at < whole ? view.getInt32(at, true) : bytes[at]!;
    at += at < whole ? 4 : 1;
    low = Math.imul(low ^ value, primes[0]);
    low ^= low >>> 15;
    high = Math.imul(high ^ value, primes[1]);
    high ^= high >>> 13;
  }
  return joined(low, high);
}

/** The same of whole numbers of 32 bits. */
export function numbersKey(numbers: readonly number[]): number {
  return bytesKey(new Uint8Array(Int32Array.from(numbers).buffer));
}

const seeds: readonly [number, number] = [0x9e3779b1, 0x85ebca6b];
const primes: readonly [number, number] = [0x9e3779b1, 0x5f356495];

function joined(low: number, high: number): number {
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
