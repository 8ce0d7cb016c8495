import { foldText } from '../fold';
import { Language, type LanguageName, type Languages } from './languages';

/** Endings of folded words by their last letters, each with what takes its place. */
export type Endings = ReadonlyMap<string, readonly (readonly [ending: string, instead: string])[]>;

/** `aux:al` is written where `al` takes the place of `aux`. */
export function endings(list: string): Endings {
  const byLast = new Map<string, (readonly [string, string])[]>();
  for (const entry of new Set(foldText(list).trim().split(/\s+/))) {
    const [ending = '', instead = ''] = entry.split(':');
    const last = ending.slice(-1);
    byLast.set(last, [...(byLast.get(last) ?? []), [ending, instead]]);
  }
  return byLast;
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
        'igen iger iges um:e ien:ie um a',
    ),
  ],
  [
    Language.french,
    endings(
      's x e es ee ees aux:al ale:al ales:al als:al el elle els elles if ive ifs ives eux euse euses eur eurs rice rices ien ienne iens ' +
        'iennes er ez ent ant ante antes ants ement ique iques eau:el eaux:el aux:ail oux ieux:iel ere:er eres:er iere:ier ieres:ier ' +
        'issement issements issant ir ard ards',
    ),
  ],
  [
    Language.spanish,
    endings(
      's es a o as os e ces:z ar er ir ando iendo ado ada ados adas ido ida idos idas mente ico ica icos icas ia ias ante antes ador adores ' +
        'adora adoras acion aciones cion ciones cional cionales tor tores tora toras ura uras ar:ura imiento imientos miento mientos amos emos imos ' +
        'cio cions ns ons ans ins ions esa eses',
    ),
  ],
  [
    Language.portuguese,
    endings(
      's es a o as os e oes:ao aes:ao aos:ao ais:al eis:el is:il ois:ol uis:ul ns:m ar er ir ando endo indo ado ada ados adas ido ida idos ' +
        'idas mente ico ica icos icas ia ias ante antes ador adores adora adoras acao acoes eia:eu eias:eu tor tores tora toras',
    ),
  ],
  [
    Language.italian,
    endings(
      'a o e i he hi are ere ire ato ata ati ate mente ico ica ici iche ia ie io tore tori trice trici chi:c che:c ghi:g ghe:g ando endo ' +
        'zione zioni ista isti iste',
    ),
  ],
  [
    Language.romanian,
    endings(
      'a e i o u le ul ului lui ii lor uri uril urilor urile ilor elor ele iile iilor ea ei ia iei ie ie:i ua uai uas ue ule el al ' +
        'esc easca esti este ar ari are ator atoare atori atoarelor tor toare tori toarele ii:i iul iului ile at ata ati ate it ita iti ite eze ez ez:ez oasa oase os osi ' +
        'ica ice ici ic icul icii icilor tie tii tia tiei tiile tiilor ti:t te:t se:s si:s zi:d ze:d zii:d zile:d zilor:d sti:st ste:st sti:sc ste:sc ti:ct ' +
        'ce:c ci:c ge:g gi:g ce:ca le:l li:l e:a ari:ar eni:en',
    ),
  ],
  [
    Language.russian,
    endings(
      'а я о е ы и у ю ь ои еи ом ем ам ям ах ях ами ями ов ев ии ия ие ию ью ым им ых их ая яя ое ее ые ого его ому ему ую юю ою ею ыми ими ' +
        'ыи ии еи иях иям иями ией ием ство ства ству ский ская ское ские скии ского ской скои скую ских ским скими ин ии:ь ье ья ьев',
    ),
  ],
  [
    Language.ukrainian,
    endings(
      'а я о е и і у ю ь ом ем єм ам ям ах ях ами ями ов ів їв ей еи іи ии іи ого ього ому ьому им ім ою ею єю ьою ої ьої их іх ими іми є ' +
        'ії ія ію ією іями іях іям ові еві єві ство ства ству ськии ська ське ські ського ськіи ську ських ським ськими ці:к зі:г сі:х ' +
        'ці:ц ець:ц ень:н ок:к ння нню нням',
    ),
  ],
  [
    Language.bulgarian,
    endings(
      'а я о е и у ът ят та то те ата ята ото ето ите ията ието иите ия ие ии ове овете еве евете ища ищата ен на но ни ния ният ната ното ' +
        'ните ски ска ско ските ския ският ската ското ство ства ството ци:к ците:к зи:г зите:г си:х сите:х а:о чия чии чиите',
    ),
  ],
  [
    Language.greek,
    endings(
      'οσ ου ον οι ων ουσ ο η ησ εσ εισ εωσ εων ια ιασ ιεσ ιου ιων ι ασ ματοσ:μα ματα:μα ματων:μα ικοσ ικη ικο ικησ ικου ικων ικα ικοι ικουσ ' +
        'α ε ος ισ υσ εα ειασ εια ειεσ ειων τα των',
    ),
  ],
  [
    Language.semitic,
    endings(
      'ة ات ين ون ية يات ه ها هم ي يا ان هاي هايي يي گي گر گان گار وي اء يان ش انه مند ים ות ה ת י ית יות יים נו ו יה יו',
    ),
  ],
  [
    Language.polish,
    endings(
      'a e i o u y ow om ami ach em iem ie owi owie ego emu ej ym im ych ich ymi imi ia iu ii io ce:k cy:k dze:g rze:r rzy:r cie:t dzie:d ' +
        'sie:s nie:n le:l le:la ci:t iej iego iemu ski ska skie skiej skich skiego skim cia:t dzia:d iach iami um ia:um ow:um',
    ),
  ],
  [
    Language.czech,
    endings(
      'a e i o u y ou em am um ami emi ech ich ych ach ove ovi eho emu ym ymi iho imu im imi mi ce:k ce:ka ze:h ze:ha se:ch ni niho ' +
        'nich nim sky ska ske skeho skych stvi ama ej ov och iam iach om mi ie ia ci:k us cich:k zich:h ata at cti:ck sti:sk',
    ),
  ],
  [
    Language.southSlavic,
    endings(
      'a e i o u om em ama ima evima ovima ovi evi ova eva ove eve oga og ega ih im oj ije ija iju iji ijom ijama ni na no ne ski ska ske sko ' +
        'skih skog skom sku ci:k cima:k ce:k ce:c zi:g zima:g si:h sima:h ac:c an:n ar:r ak:k al:l ov ev ah am mi jo ami je ja ju ji em ' +
        'ega emu em ih imi stvo stva stvu',
    ),
  ],
  [
    Language.turkish,
    endings(
      'lar ler lari leri larin lerin larinin lerinin larina lerine larini lerini larinda lerinde nin nun in un i u a e da de ta te dan den ' +
        'tan ten si su sinin sunun sini sina sine sinda sinde yi yu ya ye lik luk ligi lugu liginin ci cu nda nde ndan nden im imiz ' +
        'inda inde ina ine ini inin una une unda unde sel sal li lu siz suz lara lere larda lerde lardan lerden larindan lerinden ' +
        'unu unun cilik culuk ciligi cilar ciler cular culer kar ki daki deki ' +
        'mak mek ma me masi mesi maya meye la le larla lerle nca nce',
    ),
  ],
  [
    Language.scandinavian,
    endings(
      'en et er ar or n t a e s as ars ers ors ens ets erne ernes ene enes na nas ne nes arna arnas orna ornas erna ernas arne ornes ' +
        't:d else elsen elser ning ningen ningar ans ns et:um ier:ium iet:ium',
    ),
  ],
  [
    Language.dutch,
    endings(
      'e en s er ers eren heden:heid ing ingen tje tjes lijk lijke t d de st ste ster sters in innen a:um ia:ium i:us ici:icus je jes',
    ),
  ],
  [
    Language.finnish,
    endings(
      'n t a ta tta ssa sta lla lta lle na ksi an en in on un yn ien jen iden ia ja ita issa ista illa ilta ille ina iksi iin aan een oon ' +
        'uun yyn ihin oissa oista oilla oille oja oita oiden i et at ot ut yt it e ssaan nsa uden:us uutta:us uksen:us uksia:us uksien:us ' +
        'uksessa:us ksen:s kset:s ksia:s ksien:s ksessa:s isen:inen iset:inen isten:inen isia:inen ista:inen isessa:inen isella:inen ' +
        'sen:nen set:nen sten:nen sia:nen seen:nen sesta:nen seksi:nen sena:nen sella:nen sissa:nen sista:nen siin:nen kseen:s ksesta:s ' +
        'tta:s teen:s desta:s dessa:s ksista:s ksissa:s eja ejen oja ojen ten si:te si:t ' +
        'selle:nen sille:nen selta:nen silta:nen ksella:s ksiin:s ksille:s ella essa esta elle elta ena ea eita eista eissa eilla eille ' +
        'eihin aa den:s toman:ton tonta:ton tomia:ton',
    ),
  ],
  [
    Language.estonian,
    endings(
      `i e a u ${['', 'a', 'e', 'i', 'u'].map(vowel => 't d s st le lt l ga ks ni ta te de id sse sid na'.replace(/\S+/g, ending => vowel + ending)).join(' ')} ` +
        'test tes tele telt dele delt dest des dega mise mist misest mises misele mine se ne sed ste seid loo:lugu loost:lugu',
    ),
  ],
  [
    Language.baltic,
    endings(
      'as is ys us a e o u ui ai ei i os es ies iu io ia iai ius iose uose ose ese yje oje eje ais ams oms ems ims iams ioms emis omis imis ' +
        'iais am em um ame s iem im t siem dzi:d dziu:d dzio:d dziai:d ci:t ciu:t cio:t ciai:t tis:s su:s si:s sa:s na:n nu:n ni:n la:l',
    ),
  ],
  [
    Language.basque,
    endings(
      'a ak en aren ari ei ean etan eko ko etako ra rako rekin ekin tik etatik z ez ik tzat ren ri rik an arra:ar arrak:ar arren:ar',
    ),
  ],
  [Language.indonesian, endings('nya lah kah ku mu')],
  [Language.indic, endings('ा े ी ि ो ओ ाओ ियो िया ाए ए यो या ियाे ाे')],
  [
    Language.hungarian,
    endings(
      'k ak ek ok uk i a e u t at et ot ja je ai ei jai jei an en on n ban ben bol rol tol ba be ra re nak nek val vel hoz hez ert ig kent ' +
        'aban eben jaban jeben ban ben akban ekben okban kban kben aknak eknek oknak knak knek akat eket okat kat ket akkal ekkel okkal ' +
        'ainak einek airol eirol aiban eiben as es si ul ok unk nk oknal nal nel o jat jet anak enek ara ere akon eken okon akra ekre okra ' +
        'akrol ekrol okrol',
    ),
  ],
]);

const shortestStem = 3;
/** Behind a stem of two letters, as `ev` of `evler`, an ending of so many is one. */
const endingBehindShort = 3;

/** The stems that a folded word may have in a language, itself among them. */
export function stemsIn(language: Languages, word: string): readonly string[] {
  if (!byLanguage.has(language) || word.length < shortestStem) return [word];
  const stems = new Set<string>();
  const alternating = alternatingStems.get(language);
  const add = (stem: string) => {
    const bare = bareStem(language, stem);
    stems.add(bare);
    const other = alternating?.get(stem) ?? alternating?.get(bare);
    if (other) stems.add(bareStem(language, other));
  };
  for (const part of withoutEndings(language, word)) add(part);
  return [...stems];
}

/** A folded word without each ending that it may have in a language, and as it is. */
export function withoutEndings(language: Languages, word: string): readonly string[] {
  const known = byLanguage.get(language);
  const parts: string[] = [];
  for (const start of language === Language.semitic ? withoutPrefixes(word) : [word]) {
    parts.push(start);
    for (const [ending, instead] of known?.get(start.slice(-1)) ?? []) {
      if (!start.endsWith(ending)) continue;
      const part = start.slice(0, start.length - ending.length) + instead;
      if (part.length >= shortestStem || (part.length === 2 && isEndingOfShort(language, ending)))
        parts.push(part);
    }
  }
  return parts;
}

/** Words of consonants alone are short. */
function isEndingOfShort(language: Languages, ending: string): boolean {
  return language === Language.semitic || ending.length >= endingBehindShort;
}

/** The languages whose words have endings that are known. */
export const inflected: readonly Languages[] = [...byLanguage.keys()];

/** What Hebrew writes together with a word: articles, prepositions, “and”. */
const hebrewPrefix = /^(?:[ושכמ]?[הבלכמש]|ו)(?=[\u05d0-\u05ea]{3})/;

function withoutPrefixes(word: string): readonly string[] {
  const [prefix] = hebrewPrefix.exec(word) ?? [];
  if (!prefix) return [word];
  const rest = [word.slice(1), word.slice(prefix.length)];
  return [...new Set([word, ...rest])].filter(({ length }) => length >= shortestStem);
}

const consonantsAtEnd = /([bdfgklmnprst])\1$/;

/** A stem without what changes in it when an ending follows. */
export function bareStem(language: Languages, stem: string): string {
  switch (language) {
    case Language.german:
      return plainUmlauts(stem);
    case Language.russian:
      // рынок, рынка; письмо, писем
      return stem.replace(/ь/g, '').replace(/(?<=.{2})[ое](?=[кцлнмрт]$)/, '');
    case Language.ukrainian:
      // ніч, ночі; жінка, жінок; питання, питань
      return stem
        .replace(/ь/g, '')
        .replace(/(.)\1$/, '$1')
        .replace(/(?<=.)[оеі](?=[^аеиіоуєюя]{1,2}$)/, '');
    case Language.bulgarian:
      // български, българия; песен, песни
      return stem.replace(/(?<=.{2})[еъ](?=[нлрмкцт]$)/, '');
    case Language.semitic:
      return stem.replace(/[ךםןףץ]$/, letter => 'כמנפצ'['ךםןףץ'.indexOf(letter)]!);
    case Language.romanian:
      // floare, flori; pasăre, păsări; carte, cărți
      return stem.replace(/oa(?=[^aeiou]*[ei]?$)/, 'o').replace(/ea(?=[^aeiou]+$)/, 'e');
    case Language.polish:
    case Language.czech:
      // początek, początku; krew, krwi
      return stem.replace(/(?<=.{2})i?e(?=[kcnlmrwtsbg]$)/, '');
    case Language.southSlavic:
      // početak, početka; pjesama, pjesma
      return stem.replace(/(?<=.{2})[ae](?=[kcnlmrt]$)/, '');
    case Language.turkish:
      // kitap, kitabı; ağaç, ağacı
      return stem.replace(/b$/, 'p').replace(/d$/, 't').replace(/g$/, 'k');
    case Language.dutch:
      // huis, huizen; brief, brieven; bibliotheek, bibliotheken; man, mannen
      return stem
        .replace(/z$/, 's')
        .replace(/v$/, 'f')
        .replace(/([aeou])\1(?=[^aeiou]+$)/, '$1')
        .replace(consonantsAtEnd, '$1');
    case Language.scandinavian:
      // rum, rummet; mand, mænd; artikel, artiklar
      return stem
        .replace('ae', 'a')
        .replace(/(?<=.{3})e(?=[lrn]$)/, '')
        .replace(consonantsAtEnd, '$1');
    case Language.estonian:
      // hind, hinna; keeld, keelu
      return stem
        .replace(/nd(?=[aeiou]?$)/, 'nn')
        .replace(/ld(?=[aeiou]?$)/, 'll')
        .replace(/rd(?=[aeiou]?$)/, 'rr');
    case Language.finnish:
      // maaseutu, maaseudun; leikki, leikit; ranta, rannan; leipä, leivän
      return stem
        .replace(/([kpt])\1(?=[aeiouy]?$)/, '$1')
        .replace(/nt(?=[aeiouy]?$)/, 'nn')
        .replace(/lt(?=[aeiouy]?$)/, 'll')
        .replace(/rt(?=[aeiouy]?$)/, 'rr')
        .replace(/mp(?=[aeiouy]?$)/, 'mm')
        .replace(/nk(?=[aeiouy]?$)/, 'ng')
        .replace(/(?<=[aeiouylr])d(?=[aeiouy]?$)/, 't')
        .replace(/(?<=[aeiouylr])v(?=[aeiouy]?$)/, 'p');
    default:
      return stem;
  }
}

/** Stems whose vowels, or all of them, change by no rule, each with the one that it is a form of. */
const alternating: Readonly<Partial<Record<LanguageName, string>>> = {
  french: 'yeux:oeil cieux:ciel vieil:vieux vieill:vieux nouv:nouvel monsieur:messieur',
  italian: 'uomin:uom dei:dio buoi:bue',
  dutch: 'sted:stad schep:schip led:lid kinder:kind eier:ei',
  czech:
    'dom:dum kon:kun stol:stul soli:sul noz:nuz hol:hul vol:vul dvor:dvur lid:lide det:dite ditet:dite clovek:lide ok:oko oc:oko',
  polish: 'dzieck:dziec rok:lat ksieg:ksiag rak:rec braci:brat ludz:czlowiek',
  southSlavic: 'djec:dijet djetet:dijet djetetu:dijet ljud:covjek covek:covjek otrok:otroc dec:det detet:det',
  scandinavian: 'bock:bok bog:bog born:barn fodd:fot hand:hand moss:mus lus:loss',
  russian: 'дет:ребенк люд:человек',
  ukrainian: 'діт:дитин люд:людин',
  finnish: 'joe:jok miehe:mies lapse:laps laste:laps',
  hungarian: 'szav:szo lov:lo tav:to falv:falu utak:ut',
  semitic: 'ער:עיר בת:בית נש:איש אנש:איש',
};

const alternatingStems: ReadonlyMap<Languages, ReadonlyMap<string, string>> = new Map(
  Object.entries(alternating).map(([name, list]) => [
    Language[name as LanguageName],
    new Map(list.split(' ').map(pair => pair.split(':') as [string, string])),
  ]),
);

const beginningLength = 2;
/** Alternating stems that do not begin like the one they are a form of, by their first letters. */
const otherBeginnings = new Map<string, readonly string[]>();
const lettersTold = 3;
for (const stems of alternatingStems.values())
  for (const [stem, other] of stems) {
    const beginning = plainUmlauts(other).slice(0, beginningLength);
    if (stem.startsWith(beginning)) continue;
    const start = stem.slice(0, lettersTold);
    otherBeginnings.set(start, [...(otherBeginnings.get(start) ?? []), beginning]);
  }

/** How the stems of a word may begin: two words that have none of these in common are no forms of one another. */
export function beginningsOfStems(word: string): readonly string[] {
  const first = plainUmlauts(word).slice(0, beginningLength);
  const others =
    otherBeginnings.get(word.slice(0, lettersTold)) ?? otherBeginnings.get(word.slice(0, beginningLength));
  const isHebrew = word >= '\u05d0' && word <= '\u05ea\uffff';
  if (!others && !isHebrew) return [first];
  const starts = isHebrew ? withoutPrefixes(word).map(start => start.slice(0, beginningLength)) : [];
  return [...new Set([first, ...(others ?? []), ...starts])];
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
