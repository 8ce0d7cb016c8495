import type { Name } from '../../core/model/reference';

/** Splits a name as listed, `Marcelo H Ang Jr`: none of the collection's has a particle. */
export function personName(listed: string): Name {
  const words = listed.split(/\s+/).map(withoutShouting);
  const suffix = /^(?:Jr|Sr|I{2,3})\.?$/.test(words.at(-1)!) && words.length > 2 ? words.pop() : undefined;
  const family = words.pop()!;
  return { family, ...(words.length > 0 ? { given: words.join(' ') } : {}), ...(suffix ? { suffix } : {}) };
}

/** `ZUXIN` → `Zuxin`, `MA` → `Ma`; initials (`KW` in the middle of a name) have no vowel, names have one. */
function withoutShouting(word: string): string {
  const shouted = /^[A-Z]{2,}$/.test(word) && /[AEIOUY]/.test(word) && !/^I+$/.test(word);
  return shouted ? word[0] + word.slice(1).toLowerCase() : word;
}
