import { foldWord } from '../fold';
import { commonWords } from './commonWords';
import {
  cyrillic,
  inOtherLetters,
  Language,
  type LanguageName,
  type Languages,
  languagesOfLetter,
} from './languages';
import { statedLanguage } from './statedLanguage';

/** Letters that hardly any other language writes, and what each occurrence tells. */
const letters: readonly (readonly [LanguageName, RegExp, number])[] = [
  ['german', /ß/g, 2],
  ['german', /[äöü]/gi, 0.8],
  ['french', /[èêëîïûœæ]|\b[ldnmsjc]['’](?=\p{L})|qu['’]/giu, 1],
  ['french', /[éàçâô]/gi, 0.5],
  ['spanish', /[ñ¿¡]/gi, 2],
  ['spanish', /[áíóú]/gi, 0.4],
  ['portuguese', /[ãõ]/gi, 2],
  ['portuguese', /[áâéêíóôúçà]/gi, 0.35],
  ['italian', /[àèìòù](?=\s|$)|\b(?:dell|nell|all|dall|sull|un)['’]/gi, 0.9],
  ['polish', /[łżźśćńęą]/gi, 1.5],
  ['czech', /[řůě]/gi, 1.5],
  ['czech', /[čšžýďťňáíéú]/gi, 0.4],
  ['turkish', /[ğışİ]/g, 1.5],
  ['turkish', /[çöü]/gi, 0.5],
  ['vietnamese', /[ơưăđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/gi, 1.5],
  ['scandinavian', /[åøæ]/gi, 1.5],
  ['scandinavian', /[äö]/gi, 0.4],
  ['finnish', /[äö]|aa|ii|uu|yy|kk/gi, 0.3],
  ['hungarian', /[őű]/gi, 2],
  ['hungarian', /[áéíóöúü]/gi, 0.3],
  ['romanian', /[țţ]/gi, 2],
  ['romanian', /[ăș]/gi, 1.2],
  ['romanian', /[âîş]/gi, 0.4],
  ['southSlavic', /[ćđ]/gi, 1.2],
  ['southSlavic', /[čšž]/gi, 0.4],
  ['scandinavian', /[ðþ]/gi, 2],
  ['estonian', /õ/gi, 1.2],
  ['estonian', /[äöü]|aa|ii|uu|oo/gi, 0.3],
  ['baltic', /[ųėįģķļņ]/gi, 1.5],
  ['baltic', /[ąęūāēī]/gi, 1],
  ['baltic', /[čšž]/gi, 0.4],
];

/** Letters of one of the languages in Cyrillic. */
const cyrillicLetters: readonly (readonly [Languages, RegExp])[] = [
  [Language.ukrainian, /[іїєґ]/i],
  [Language.russian, /[ыэё]/i],
  [Language.bulgarian, /ъ[^еёюя\P{L}]|ѝ/iu],
];

/** Endings of folded words, of two to five letters, that are frequent in a language. */
const endings: readonly (readonly [LanguageName, string])[] = [
  ['english', 'ing ness tion ity ed ly ous ship ful less tions ies ings ees ws cks ths'],
  ['german', 'ung ungen heit keit lich liche ismus tat tum lehre isch ische eiten'],
  [
    'french',
    'eur eurs ique iques isme euse euses ement eaux eau ite ites elle elles enne ennes aire aires ees',
  ],
  ['spanish', 'cion dad dades ismo ico icos ica icas ado ados ias'],
  ['portuguese', 'cao dade dades agem agens ismo mento ncia ncias oes'],
  ['italian', 'zione zioni ezza ismo mento mente ogia afia ista isti ici iche'],
  [
    'polish',
    'osc osci enie anie enia ania ski ska skie skich skiej cja cji cje owa owe owy owych nych nej yka yki',
  ],
  ['czech', 'ost osti ani eni sky ska ske ych ova ove ctvi stvi ika iky'],
  ['turkish', 'lar ler lari leri larin lerin lik luk ligi lugu nin nun sal sel inda inde asi esi isi'],
  ['finnish', 'ssa sta lla lta lle ien jen iden inen isen isten uksen uden minen misen oiden aan een iin'],
  [
    'hungarian',
    'ban ben nak nek bol rol tol val vel hoz hez anak enek ban sag seg ok ek ak etek atok asok esek asa ese',
  ],
  ['dutch', 'heid lijk ij ijke schap oor ingen'],
  ['romanian', 'ului elor ilor tii tiei iei esc easca esti lui ele oase'],
  ['estonian', 'mine mise mist dus tus used lik likud ude ates ides'],
  ['baltic', 'imas umas ybe iniai ijos iski sana iba ibas nieki tajs ibu imo'],
  ['basque', 'aren etan etako tasun tasuna kuntza eko arekin'],
  ['indonesian', 'kan nya asi'],
  ['southSlavic', 'osti nja nje ija ije ski ska ske skih skog stvo stva ama ima cija cije'],
];
const shortestEnding = 2;
const longestEnding = 5;
const endingWeight = 0.45;
/** What an entry states is worth several common words, and less than a text of them. */
const statedWeight = 2.5;
/** Less evidence than this tells nothing. */
const leastEvidence = 0.4;
/** Languages with this share of the best one's evidence may be it, too. */
const alsoPossible = 0.5;
/** A text about as likely to be English is that. */
const englishAsLikely = 0.9;
/** More of a text adds nothing. */
const maxLength = 240;
/** The common words of a text that has more words than this tell enough. */
const maxWithEndings = 16;

/** Most texts are English, and say so at once. */
const plainlyEnglish = / (?:the|and|of|with|from) /;

/**
 * The languages that a text may be in: as a rule one, several where they look alike, `unknown` where nothing tells. What its entry has
 * `stated` decides unless the text is plainly in another one, as where all entries of a file state the same.
 */
export function detectLanguages(text: string, stated?: string): Languages {
  const sample = text.length > maxLength ? text.slice(0, maxLength) : text;
  const isAscii = !/[^\0-\x7f]/.test(sample);
  if (isAscii && plainlyEnglish.test(sample)) return Language.english;
  const known = stated === undefined ? 0 : statedLanguage(stated);
  const byLetters = isAscii ? 0 : languagesByLetters(sample);
  if (byLetters) return byLetters & known || byLetters;
  const evidence = new Map<LanguageName, number>();
  const add = (name: LanguageName, weight: number) => evidence.set(name, (evidence.get(name) ?? 0) + weight);
  const name = known ? latinNames.get(known) : undefined;
  if (name) add(name, statedWeight);
  if (!isAscii)
    for (const [name, pattern, weight] of letters) {
      const count = sample.match(pattern)?.length ?? 0;
      if (count) add(name, Math.min(4, count) * weight);
    }
  const words = sample.match(/[\p{L}\p{M}]+/gu) ?? [];
  for (const written of words) {
    const word = foldWord(written);
    const sharing = languagesWith(word);
    for (const name of sharing) add(name, sharing.length > 3 ? 0.5 : 1 / sharing.length ** 0.5);
    if (word.length > 4 && words.length <= maxWithEndings)
      for (const name of languagesEnding(word)) add(name, endingWeight);
  }
  if (!words.length) return Language.english;
  const best = Math.max(0, ...evidence.values());
  if (best < leastEvidence) return Language.unknown;
  if ((evidence.get('english') ?? 0) >= best * englishAsLikely) return Language.english;
  let languages = 0;
  for (const [name, weight] of evidence)
    if (name !== 'english' && weight >= best * alsoPossible) languages |= Language[name];
  return languages;
}

const latinNames: ReadonlyMap<Languages, LanguageName> = new Map(
  [...commonWords.keys()].filter(name => !notLatin(name)).map(name => [Language[name], name]),
);

function notLatin(name: LanguageName): boolean {
  return (Language[name] & inOtherLetters) !== 0;
}

/** The languages of a text in other letters than Latin ones; 0 for one in Latin letters. */
function languagesByLetters(text: string): Languages {
  const letter = /[\u0370-\u03ff\u0400-\u052f\u0590-\u06ff\u0900-\u097f]/.exec(text);
  const languages = letter ? languagesOfLetter(letter[0].charCodeAt(0)) : 0;
  if (languages !== cyrillic) return languages;
  for (const [language, pattern] of cyrillicLetters) if (pattern.test(text)) return language;
  return cyrillic;
}

const known = new Map<string, readonly LanguageName[]>();
for (const [name, words] of commonWords)
  if (!notLatin(name)) for (const word of words) known.set(word, [...(known.get(word) ?? []), name]);
const none: readonly LanguageName[] = [];

function languagesWith(word: string): readonly LanguageName[] {
  return known.get(word) ?? none;
}

const byEnding = new Map<string, LanguageName[]>();
for (const [name, list] of endings)
  for (const ending of list.split(' ')) byEnding.set(ending, [...(byEnding.get(ending) ?? []), name]);

function languagesEnding(word: string): readonly LanguageName[] {
  const names: LanguageName[] = [];
  for (let length = shortestEnding; length <= longestEnding; length++)
    for (const name of byEnding.get(word.slice(-length)) ?? none) if (!names.includes(name)) names.push(name);
  return names;
}
