import { foldWord } from '../fold';
import { commonWords } from './commonWords';
import { Language, type LanguageName, type Languages } from './languages';

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
];

/** Endings of folded words that are frequent in a language. */
const endings: readonly (readonly [LanguageName, RegExp])[] = [
  ['english', /(?:ing|ness|tion|ity|ed|ly|ous|ship|ful|less|tions|ies|ings|ees|ws|cks|ths)$/],
  [
    'german',
    /(?:ung|ungen|heit|keit|lich|liche|lichen|licher|schaft|schaften|ismus|tat|tum|lehre|isch|ische|ischen|ischer|eiten)$/,
  ],
  ['french', /(?:eurs?|iques?|isme|euses?|ement|eaux?|ites?|elles?|ennes?|aire|aires|ees)$/],
  ['spanish', /(?:cion|ciones|dad|dades|ismo|miento|idad|ico|icos|ica|icas|ado|ados|ias)$/],
  ['portuguese', /(?:cao|coes|dade|dades|agem|agens|ismo|mento|mentos|ncia|ncias|oes)$/],
  ['italian', /(?:zione|zioni|ezza|ismo|mento|mente|ogia|afia|ista|isti|ici|iche)$/],
  [
    'polish',
    /(?:osc|osci|enie|anie|enia|ania|ski|ska|skie|skich|skiej|cja|cji|cje|owa|owe|owy|owych|nych|nej|yka|yki)$/,
  ],
  ['czech', /(?:ost|osti|ani|eni|sky|ska|ske|skych|nych|ych|ovani|ova|ove|ctvi|stvi|ika|iky)$/],
  ['turkish', /(?:lar|ler|lari|leri|larin|lerin|lik|luk|ligi|lugu|nin|nun|sal|sel|inda|inde|asi|esi|isi)$/],
  ['dutch', /(?:heid|lijk|lijke|ij|ijke|schap|oor|ingen)$/],
];

const endingWeight = 0.45;
/** Less evidence than this tells nothing. */
const leastEvidence = 0.4;
/** Languages with this share of the best one's evidence may be it, too. */
const alsoPossible = 0.5;
/** A text about as likely to be English is that. */
const englishAsLikely = 0.9;
/** More words of a text add nothing. */
const maxLength = 600;

/** The languages that a text may be in: as a rule one, several where they look alike, `unknown` where nothing tells. */
export function detectLanguages(text: string): Languages {
  const sample = text.length > maxLength ? text.slice(0, maxLength) : text;
  if (/[\u0400-\u04ff]/.test(sample)) return Language.russian;
  const evidence = new Map<LanguageName, number>();
  const add = (name: LanguageName, weight: number) => evidence.set(name, (evidence.get(name) ?? 0) + weight);
  if (/[^\0-\x7f]/.test(sample))
    for (const [name, pattern, weight] of letters) {
      const count = sample.match(pattern)?.length ?? 0;
      if (count) add(name, Math.min(4, count) * weight);
    }
  let words = 0;
  for (const [written] of sample.matchAll(/[\p{L}\p{M}]+/gu)) {
    const word = foldWord(written);
    words++;
    const sharing = languagesWith(word);
    for (const name of sharing) add(name, sharing.length > 3 ? 0.5 : 1 / sharing.length ** 0.5);
    if (word.length > 4)
      for (const [name, pattern] of endings) if (pattern.test(word)) add(name, endingWeight);
  }
  if (!words) return Language.english;
  const best = Math.max(0, ...evidence.values());
  if (best < leastEvidence) return Language.unknown;
  if ((evidence.get('english') ?? 0) >= best * englishAsLikely) return Language.english;
  let languages = 0;
  for (const [name, weight] of evidence)
    if (name !== 'english' && weight >= best * alsoPossible) languages |= Language[name];
  return languages;
}

const known = new Map<string, readonly LanguageName[]>();
for (const [name, words] of commonWords)
  for (const word of words) known.set(word, [...(known.get(word) ?? []), name]);
const none: readonly LanguageName[] = [];

function languagesWith(word: string): readonly LanguageName[] {
  return known.get(word) ?? none;
}
