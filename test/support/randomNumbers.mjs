/** Numbers from 0 to 1, the same on every run for the same seed (Park and Miller 1988, as `src/core/util/randomNumbers.ts`, for scripts that are not bundled). */
export function randomNumbers(seed) {
  let state = (seed % 2_147_483_646) + 1;
  const next = () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  // The first ones of small seeds are small, and near to one another.
  for (let skipped = 0; skipped < 3; skipped++) next();
  return next;
}
