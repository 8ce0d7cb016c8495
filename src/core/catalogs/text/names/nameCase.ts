/** Particles that are written small, in names that are not written in capitals. */
const small = /^(?:de[lnr]?|della|dos?|das|v[ao]n|vom|zu[mr]?|te[nr]|bin|ibn|y)$/i;

/** A name in capitals as people write it; only the family's may be in capitals. */
export function withoutCapitals(family: string, given: string): { family: string; given: string } {
  const whole = `${given} ${family}`;
  if (/\p{Ll}/u.test(whole))
    return {
      // `Jane ROE`, `de BROGLIE`; of a body's, `OECD`, nothing small stands beside it.
      family: /\p{Lu}{4}/u.test(family) || isCapitalsBeside(family, given) ? quiet(family) : family,
      given: /^\p{Lu}{5,}$/u.test(given) ? quiet(given) : given,
    };
  const isShouted =
    given === ''
      ? /\p{Lu}{6}|\p{Lu}{3}.*\s.*\p{Lu}{2}/u.test(family)
      : /\p{Lu}{2}/u.test(family) || (/\p{Lu}{4}/u.test(given) && /[AEIOUY]/.test(given));
  return isShouted ? { family: quiet(family), given: quiet(given) } : { family, given };
}

/** A whole family name in capitals beside a given name that is not. */
function isCapitalsBeside(family: string, given: string): boolean {
  return /^\p{Lu}{2,}$/u.test(family) && /\p{Lu}\p{Ll}{2}/u.test(given);
}

/** `O'BRIEN-LEE` → `O'Brien-Lee`, `DE LA CRUZ` → `de la Cruz`; initials stay. */
function quiet(name: string): string {
  return name
    .split(' ')
    .map((word, at, words) => {
      const last = at === words.length - 1;
      if (!last && (small.test(word) || (/^l[ao]s?$/i.test(word) && /^de$/i.test(words[at - 1] ?? ''))))
        return word.toLowerCase();
      return word.replace(/\p{Lu}[\p{Lu}\p{M}]+/gu, run =>
        run.length < 3 && name.length > 3 && !/[AEIOUY]/.test(run)
          ? run
          : run[0] + run.slice(1).toLowerCase(),
      );
    })
    .join(' ')
    .replace(/\bMc(\p{Ll})/gu, (_, letter: string) => `Mc${letter.toUpperCase()}`);
}
