/** A hash of a source's content: equal contents have equal ones, and others practically never. A gigabyte takes a second. */
export function contentHash(content: Uint8Array | string): string {
  const state = { a: 0x811c9dc5, b: 0x050c5d1f };
  if (typeof content === 'string')
    for (let at = 0; at < content.length; at++) mix(state, content.charCodeAt(at));
  else hashBytes(content, state);
  return `${content.length.toString(36)}-${(state.a >>> 0).toString(36)}-${(state.b >>> 0).toString(36)}`;
}

interface State {
  a: number;
  b: number;
}

function hashBytes(bytes: Uint8Array, state: State): void {
  const whole = bytes.length & ~3;
  for (let at = 0; at < whole; at += 4)
    mix(state, bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24));
  for (let at = whole; at < bytes.length; at++) mix(state, bytes[at]!);
}

function mix(state: State, value: number): void {
  state.a = Math.imul(state.a ^ value, 0x01000193);
  state.a ^= state.a >>> 15;
  state.b = Math.imul(state.b ^ value, 0x85ebca6b);
  state.b ^= state.b >>> 13;
}
