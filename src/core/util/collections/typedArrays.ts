type Numbers =
  | Uint8Array
  | Uint16Array
  | Int16Array
  | Int8Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;

/** A copy with room for `length` numbers; the new ones are `filler`. */
export function resizeTypedArray<Kind extends Numbers>(numbers: Kind, length: number, filler = 0): Kind {
  const larger = new (numbers.constructor as new (length: number) => Kind)(length);
  if (filler !== 0) larger.fill(filler, numbers.length);
  larger.set(numbers);
  return larger;
}
