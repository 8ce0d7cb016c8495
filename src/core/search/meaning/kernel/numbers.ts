// Four numbers at a time.

export function sum(v: v128): f32 {
  return (
    f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3)
  );
}

export function largest(v: v128): f32 {
  return max(
    max(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)),
    max(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)),
  );
}

/** a·b + c */
export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  return f32x4.add(f32x4.mul(a, b), c);
}

export function nearestWhole(v: v128): v128 {
  return i32x4.trunc_sat_f32x4_s(f32x4.nearest(v));
}

/**
 * eˣ as 2ⁿ·2ᶠ with whole n and f from -½ to ½: the first is written into the exponent's bits, the second is the Taylor series to the
 * fifth power. Off by 3·10⁻⁶ of its value at most.
 */
export function exp(x: v128): v128 {
  const within = f32x4.max(f32x4.min(x, f32x4.splat(88)), f32x4.splat(-87));
  const power = f32x4.mul(within, f32x4.splat(<f32>Math.LOG2E));
  const whole = f32x4.nearest(power);
  const rest = f32x4.sub(power, whole);
  let series = f32x4.splat(1.3333558e-3); // (ln 2)⁵ / 5!
  series = multiplyAdd(series, rest, f32x4.splat(9.6181291e-3));
  series = multiplyAdd(series, rest, f32x4.splat(5.5504109e-2));
  series = multiplyAdd(series, rest, f32x4.splat(2.4022651e-1));
  series = multiplyAdd(series, rest, f32x4.splat(6.9314718e-1));
  series = multiplyAdd(series, rest, f32x4.splat(1));
  const exponent = i32x4.add(i32x4.trunc_sat_f32x4_s(whole), i32x4.splat(127));
  return f32x4.mul(series, i32x4.shl(exponent, 23));
}

/** 2ˣ for x up to 0 in the same way, with the polynomial of third degree that is off by 8·10⁻⁵ of the value at most (minimax). */
export function roughPowerOfTwo(x: v128): v128 {
  const within = f32x4.max(x, f32x4.splat(-126));
  const whole = f32x4.nearest(within);
  const rest = f32x4.sub(within, whole);
  let series = f32x4.splat(5.5171651e-2);
  series = multiplyAdd(series, rest, f32x4.splat(2.4261112e-1));
  series = multiplyAdd(series, rest, f32x4.splat(6.9326099e-1));
  series = multiplyAdd(series, rest, f32x4.splat(9.9992806e-1));
  const exponent = i32x4.add(i32x4.trunc_sat_f32x4_s(whole), i32x4.splat(127));
  return f32x4.mul(series, i32x4.shl(exponent, 23));
}
