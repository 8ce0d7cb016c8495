import { Language, type Languages } from './languages';

/** Endings of folded words, longest first, each with what takes its place. */
type Endings = readonly (readonly [ending: string, instead: string])[];

/** `aux:al` is written where `al` takes the place of `aux`. */
function endings(list: string): Endings {
  return list
    .split(' ')
    .map((entry): readonly [string, string] => {
      // As words are folded: `ії` has no marks then.
      const [ending = '', instead = ''] = entry.normalize('NFD').replace(/\p{M}/gu, '').split(':');
      return [ending, instead];
    })
    .sort((a, b) => b[0].length - a[0].length);
}

/**
 * Inflection, and the commonest pairs of noun and adjective: words of a language with a stem in common are forms of one another. A word
 * has a stem for each of its possible endings, for which one it is would take a dictionary.
 */
const byLanguage: ReadonlyMap<Languages, Endings> = new Map([
  [
    Language.german,
    endings(
      'e en er es em ern n s ens se sen innen in lich liche lichen licher liches lichem isch ische ischen ischer isches ung ungen ig ige ' +
        'igen iger iges',
    ),
  ],
  [
    Language.french,
    endings(
      's x e es ee ees aux:al ale:al ales:al als:al el elle els elles if ive ifs ives eux euse euses eur eurs rice rices ien ienne iens ' +
        'iennes er ez ent ant ante antes ants ement ique iques',
    ),
  ],
  [
    Language.spanish,
    endings(
      's es a o as os e ces:z ar er ir ando iendo ado ada ados adas ido ida idos idas mente ico ica icos icas ia ias ante antes ador adores ' +
        'adora adoras acion aciones',
    ),
  ],
  [
    Language.portuguese,
    endings(
      's es a o as os e oes:ao aes:ao aos:ao ais:al eis:el is:il ns:m ar er ir ando endo indo ado ada ados adas ido ida idos idas mente ' +
        'ico ica icos icas ia ias ante antes ador adores adora adoras acao acoes',
    ),
  ],
  [Language.italian, endings('a o e i he hi are ere ire ato ata ati ate mente ico ica ici iche ia ie io')],
  [
    Language.nonLatin,
    endings(
      'а я о е ы и у ю ь ои еи ом ем ам ям ах ях ами ями ов ев ии ия ие ию ью ым им ых их ая яя ое ее ые ого его ому ему ую юю ою ею ыми ими ' +
        'ыи иях иям иями ией ием ство ства ству ский ская ское ские скии ского ской скои скую ских ским ' +
        'ът ят та то те ата ята ото ето ите ията ието иите ' +
        'і є ії ів їв іи ої оі іми іх єю ею еві ові ями ськии ська ське ські ського ськіи ську ських ським ' +
        'οσ ου ον οι ων ουσ ο η ησ εσ εισ εωσ εων ια ιασ ιεσ ιου ιων ι ασ ματοσ:μα ματα:μα ματων:μα ικοσ ικη ικο ικησ ικου ικων ικα ικοι ικουσ ' +
        'α ε ος ισ υσ ' +
        'ات ين ون ية ه ها هم ي يا ان',
    ),
  ],
  [
    Language.polish,
    endings(
      'a e i o u y ow om ami ach em iem ie owi owie ego emu ej ym im ych ich ymi imi ia iu ii io ce:k cy:k dze:g rze:r rzy:r cie:t dzie:d ' +
        'sie:s nie:n le:l le:la ci:t iej iego iemu ski ska skie skiej skich skiego skim',
    ),
  ],
  [
    Language.czech,
    endings(
      'a e i o u y ou em am um ami emi ech ich ych ach ach ove ovi eho emu ym ymi iho imu im imi mi ce:k ce:ka ze:h ze:ha se:ch ni niho ' +
        'nich nim sky ska ske skeho skych stvi ama ima ovima evima om oj og ih im oga',
    ),
  ],
  [
    Language.turkish,
    endings(
      'lar ler lari leri larin lerin larinin lerinin larina lerine larini lerini larinda lerinde nin nun in un i u a e da de ta te dan den ' +
        'tan ten si su sinin sunun sini sina sine sinda sinde yi yu ya ye lik luk ligi lugu liginin ci cu nda nde ndan nden im imiz ' +
        'inda inde ina ine ini inin una une unda unde sel sal',
    ),
  ],
  [
    Language.scandinavian,
    endings(
      'en et er ar or n t a e s as ars ers ors ens ets erne ernes ene enes na nas ne nes arna arnas orna ornas erna ernas arne ornes ' +
        'else elsen elser ning ningen ningar',
    ),
  ],
  [Language.dutch, endings('e en s er ers eren heden:heid ing ingen tje tjes lijk lijke')],
  [
    Language.finnish,
    endings(
      'n t a ta tta ssa sta lla lta lle na ksi an en in on un yn ien jen iden ia ja ita issa ista illa ilta ille ina iksi iin aan een oon ' +
        'uun yyn ihin oissa oista oilla oille oja oita oiden i et at ot ut yt it e ssaan nsa uden:us uutta:us uksen:us uksia:us uksien:us ' +
        'uksessa:us ksen:s kset:s ksia:s ksien:s ksessa:s isen:inen iset:inen isten:inen isia:inen ista:inen isessa:inen isella:inen ' +
        'sen:nen set:nen sten:nen sia:nen',
    ),
  ],
  [
    Language.hungarian,
    endings(
      'k ak ek ok uk i a e u t at et ot ja je ai ei jai jei an en on n ban ben bol rol tol ba be ra re nak nek val vel hoz hez ert ig kent ' +
        'aban eben jaban jeben ban ben akban ekben okban kban kben aknak eknek oknak knak knek akat eket okat kat ket akkal ekkel okkal ' +
        'ainak einek airol eirol aiban eiben as es si ul ok unk nk oknal nal nel',
    ),
  ],
]);

const shortestStem = 3;

/** The stems that a folded word may have in a language, itself among them. */
export function stemsIn(language: Languages, word: string): readonly string[] {
  const known = byLanguage.get(language);
  if (!known || word.length < shortestStem + 1) return [word];
  const stems = new Set([bareStem(language, word)]);
  for (const [ending, instead] of known) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, word.length - ending.length) + instead;
    if (stem.length < shortestStem) continue;
    stems.add(bareStem(language, stem));
  }
  return [...stems];
}

/** The languages whose words have endings that are known. */
export const inflected: readonly Languages[] = [...byLanguage.keys()];

/** What changes within a stem when an ending follows. */
function bareStem(language: Languages, stem: string): string {
  switch (language) {
    case Language.german:
      return plainUmlauts(stem);
    case Language.nonLatin:
      // рынок, рынка; письмо, писем
      return stem.replace(/ь/g, '').replace(/(?<=.{2})[ое](?=[кцлнмрт]$)/, '');
    case Language.polish:
    case Language.czech:
      // początek, początku
      return stem.replace(/(?<=.{2})i?e(?=[kcnlmr]$)/, '');
    case Language.turkish:
      // kitap, kitabı; ağaç, ağacı
      return stem.replace(/b$/, 'p').replace(/d$/, 't').replace(/g$/, 'k');
    case Language.dutch:
      // huis, huizen; brief, brieven; bibliotheek, bibliotheken; man, mannen
      return stem
        .replace(/z$/, 's')
        .replace(/v$/, 'f')
        .replace(/([aeou])\1(?=[^aeiou]+$)/, '$1')
        .replace(/([bdfgklmnprst])\1$/, '$1');
    case Language.finnish:
      // maaseutu, maaseudun; leikki, leikit
      return stem.replace(/([kpt])\1(?=[aeiouy]?$)/, '$1').replace(/d(?=[aeiouy]?$)/, 't');
    default:
      return stem;
  }
}

/** `ueber` as `uber`, which is what `über` is folded to. */
export function plainUmlauts(word: string): string {
  return word.includes('e')
    ? word.replace(/([ao])e|(?<![aeq])ue/g, (_, vowel?: string) => vowel ?? 'u')
    : word;
}

const maxUmlauts = 3;

/** Other spellings of a folded word with umlauts: `mueller` for `muller` and the other way. */
export function umlautSpellings(word: string): readonly string[] {
  const plain = plainUmlauts(word);
  if (plain !== word) return [plain];
  const places = [...word.matchAll(/[aou](?![aeiou])/g)].map(match => match.index).slice(0, maxUmlauts);
  return places.map(at => `${word.slice(0, at + 1)}e${word.slice(at + 1)}`);
}
