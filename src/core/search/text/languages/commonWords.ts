import { foldText } from '../fold';
import { cyrillic, Language, type LanguageName, type Languages } from './languages';

/** Words, folded, that tell a language and little else; English has a longer list of its own (`stopWords.ts`). */
const lists: Readonly<Record<LanguageName, string>> = {
  english: 'the of and a an in on for with to from by at is are as how what why its their we that this',
  german:
    'der die das und des dem den ein eine einer eines einem einen zur zum im von vom mit auf fur uber aus als bei nach zwischen durch wie ' +
    'nicht ist sind sich ihre seine in an zu oder auch am ohne gegen unter vor beim',
  french:
    'le la les des du de et un une en dans sur pour par aux au avec chez sans entre vers comme qui que ou est ses leur leurs son sa ce ' +
    'cette',
  spanish:
    'el la los las de del y en un una unos unas por para con sobre entre como su sus al lo se desde hacia o que sin',
  portuguese:
    'o a os as de do da dos das e em no na nos nas um uma por para com sobre entre como seu sua seus suas ao aos que sem pelo pela ou',
  italian:
    'il lo la i gli le di del della dei degli delle dello e ed in nel nella nei un una per con su sul sulla tra fra come dal dalla al ' +
    'alla che da',
  russian:
    'и в во на с со о об от до по для из за к ко у не как что при под над между или а но его ее их это без через',
  ukrainian:
    'і и в у на з зі із та й до від по для про за не як що при під над між або а але його її їх це без через щодо',
  bulgarian:
    'и в във на с със за от до по през при под над между или а но не как че се да към без между си му им',
  greek:
    'και κι το τα οι η ο του τησ την τον των στο στη στην στον στα στισ στουσ με για απο σε εναν ενα μια προσ κατα μετα σαν που ωσ τισ τουσ',
  semitic: 'من في على الى عن مع هذا هذه التي الذي او بين بعد قبل של על את עם אל מן כי או בין גם לא זה',
  polish: 'i w z na do o od po dla przez oraz jako nie sie przy pod nad miedzy u ze we lub a wobec czyli',
  czech: 'a v z na do o od po pro jako ve ze pri pod nad mezi k ke s se u i nebo pres bez',
  turkish: 've ile bir icin uzerine bu da de ya gibi olarak uzerinde ne mi veya en',
  vietnamese: 'va cua cac trong cho mot nhung voi ve tu den theo nguoi la tai',
  dutch: 'de het een en van in op voor met aan uit over naar tot bij als door',
  finnish:
    'ja on ei se etta joka jotka kun kuin myos tai sen ovat oli seka vai mita miten kanssa jalkeen aikana',
  hungarian: 'a es az egy nem hogy is mint meg csak vagy ban ben szerint kozott alatt utan miert hogyan',
  scandinavian:
    'och i av en ett for pa med om till det den som og et af fra ved til hos bland blandt mellan mellem mellom genom gennem gjennom deras deres under',
  romanian: 'si de la cu din pe un al ai ale lui pentru prin despre dintre sau ca nu ce este spre',
  southSlavic: 'i u na s sa od za iz po kao kod pri pod nad te ili je se v z ob pred med kot ter ali',
  estonian: 'ja ning on ei eesti kui oma mis voi see ka kuni',
  baltic: 'ir su apie iki po prie nuo kaip bei ar un par uz ka ar no ta lidz pie pec',
  basque: 'eta edo da ez bat baina dira izan',
  indonesian: 'yang dan di ke dari untuk dengan pada dalam sebagai oleh atau tidak itu ini',
  indic: 'का की के में और से को पर एक है हैं था यह वह ने',
};

/** By language. */
export const commonWords: ReadonlyMap<LanguageName, ReadonlySet<string>> = new Map(
  Object.entries(lists).map(([name, words]) => [name as LanguageName, new Set(foldText(words).split(' '))]),
);

const ofCyrillic: ReadonlySet<string> = new Set(
  [...commonWords].flatMap(([name, words]) => (Language[name] & cyrillic ? [...words] : [])),
);

/** Those of a language that is told for sure; `undefined` for English, which has its own list, and where several are possible. */
export function commonWordsOf(languages: Languages): ReadonlySet<string> | undefined {
  if (languages === Language.english) return undefined;
  for (const [name, words] of commonWords) if (Language[name] === languages) return words;
  return languages !== 0 && (languages & ~cyrillic) === 0 ? ofCyrillic : undefined;
}

/** In any language. */
export const everyCommonWord: ReadonlySet<string> = new Set(
  [...commonWords.values()].flatMap(words => [...words]),
);
