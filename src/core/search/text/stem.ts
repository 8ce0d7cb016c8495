/**
 * The endings that are cut from a word, longest first, what is written instead, and how many letters must stay before. Endings of
 * one family lead to the same rest, so that verify, verified and verification meet, but general and generate do not.
 */
const endings: readonly (readonly [ending: string, instead: string, before: number])[] = [
  ['izational', 'iz', 3],
  ['izability', 'iz', 3],
  ['ifications', 'ify', 2],
  ['ification', 'ify', 2],
  ['izations', 'iz', 3],
  ['ization', 'iz', 3],
  ['ifiable', 'ifiabl', 2],
  ['iveness', 'iv', 3],
  ['fulness', 'ful', 3],
  ['ousness', 'ous', 3],
  ['ability', 'abl', 3],
  ['ibility', 'ibl', 3],
  ['ational', 'at', 3],
  ['ically', 'ic', 3],
  ['ifying', 'ify', 2],
  ['izable', 'iz', 3],
  ['izing', 'iz', 3],
  ['ified', 'ify', 2],
  ['ively', 'iv', 3],
  ['ivity', 'iv', 3],
  ['fully', 'ful', 3],
  ['ously', 'ous', 3],
  ['ation', 'at', 3],
  ['ating', 'at', 3],
  ['ative', 'at', 3],
  ['ement', '', 4],
  ['izer', 'iz', 3],
  ['ized', 'iz', 3],
  ['ator', 'at', 3],
  ['ated', 'at', 3],
  ['ical', 'ic', 3],
  ['able', 'abl', 3],
  ['ible', 'ibl', 3],
  ['ably', 'abl', 3],
  ['ally', 'al', 3],
  ['ence', 'ent', 3],
  ['ency', 'ent', 3],
  ['ance', 'ant', 3],
  ['ancy', 'ant', 3],
  ['ment', '', 4],
  ['ness', '', 3],
  ['ize', 'iz', 3],
  ['ate', 'at', 3],
  ['ive', 'iv', 3],
  ['ing', '', 3],
  ['ion', '', 4],
  ['ed', '', 3],
  ['er', '', 4],
  ['or', '', 4],
  ['ly', '', 4],
];

/** The endings by their last letter, in the same order. */
const endingsByLast = new Map<string, (readonly [ending: string, instead: string, before: number])[]>();
for (const rule of endings) {
  const last = rule[0].slice(-1);
  endingsByLast.set(last, [...(endingsByLast.get(last) ?? []), rule]);
}

/** American for British spelling, where a rule tells: behaviour, centre, analyse, catalogue, generalisation. */
function american(word: string): string {
  if (!/is|lys|our|tre|ogue|ence|ense|mme/.test(word)) return word;
  return word
    .replace(/([a-z]{2})is(e|ed|er|ing|ation|ational|able|ability)$/, '$1iz$2')
    .replace(/lys(e|ed|er|ing)$/, 'lyz$1')
    .replace(/([a-z]{3})our(al|able|ed|ing|ful|ite|hood|ism)?$/, '$1or$2')
    .replace(/([^aeiou])tre$/, '$1ter')
    .replace(/ogue$/, 'og')
    .replace(/ence$|ense$/, 'ence')
    .replace(/([a-z]{2})mme$/, '$1m');
}

function singular(word: string): string {
  if (!word.endsWith('s') || word.length < 4 || /(?:ss|us|is|^(?:bias|alias|atlas|canvas))$/.test(word))
    return word;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(?:sses|xes|zzes|ches|shes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** What the forms and spellings of an English word have in common: modelling, modeling, models → model. */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  let rest = american(singular(word));
  for (const [ending, instead, before] of endingsByLast.get(rest.slice(-1)) ?? []) {
    if (!rest.endsWith(ending) || rest.length - ending.length < before) continue;
    const start = rest.slice(0, -ending.length);
    if (!/[aeiouy]/.test(start)) continue;
    rest = start + instead;
    break;
  }
  if (rest.length > 2) rest = rest.replace(/([b-df-hj-np-tv-xz])\1$/, '$1');
  if (rest.length > 3) rest = rest.replace(/e$/, '');
  return rest.replace(/y$/, 'i');
}
