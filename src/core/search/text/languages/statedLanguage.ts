import { foldWord } from '../fold';
import { Language, type LanguageName, type Languages } from './languages';

/** How entries state a language: by a tag, a code of three letters, Babel's name, or its own name, folded. */
const names: Readonly<Record<LanguageName, string>> = {
  english: 'en eng english american british ukenglish usenglish canadian australian newzealand usmax',
  german: 'de deu ger german ngerman germanb deutsch austrian naustrian swissgerman nswissgerman',
  french: 'fr fra fre french francais canadien acadian',
  spanish: 'es spa spanish espanol castellano ca cat catalan catala gl glg galician galego',
  portuguese: 'pt por portuguese portugues portuges brazil brazilian',
  italian: 'it ita italian italiano',
  russian: 'ru rus russian русскии be bel belarusian беларуская',
  polish: 'pl pol polish polski',
  czech: 'cs ces cze czech cestina cesky sk slk slo slovak slovencina',
  turkish: 'tr tur turkish turkce az aze azerbaijani',
  vietnamese: 'vi vie vietnamese',
  dutch: 'nl nld dut dutch nederlands af afr afrikaans',
  scandinavian:
    'sv swe swedish svenska da dan danish dansk no nor nb nob nn nno norwegian norsk nynorsk bokmal is ice isl icelandic islenska fo fao faroese',
  finnish: 'fi fin finnish suomi',
  hungarian: 'hu hun hungarian magyar',
  ukrainian: 'uk ukr ukrainian українська',
  bulgarian: 'bg bul bulgarian български mk mkd macedonian македонски',
  greek: 'el ell gre grc greek polutonikogreek polytonicgreek ελληνικα',
  semitic: 'ar ara arabic العربية he heb iw hebrew עברית fa fas per persian farsi فارسی',
  romanian: 'ro ron rum mo romanian romana moldavian',
  southSlavic:
    'hr hrv croatian hrvatski sr srp serbian serbianc srpski bs bos bosnian bosanski sl slv slovene slovenian slovenscina',
  estonian: 'et est estonian eesti',
  baltic: 'lt lit lithuanian lietuviu lv lav latvian latviesu',
  basque: 'eu eus baq basque euskara',
  indonesian: 'id ind indonesian ms may msa malay bahasa bahasai bahasam melayu',
  indic: 'hi hin hindi mr mar marathi ne nep nepali',
};

const byName = new Map(
  Object.entries(names).flatMap(([language, list]) =>
    list.split(' ').map((name): [string, Languages] => [foldWord(name), Language[language as LanguageName]]),
  ),
);

/** The language that an entry states, whatever it calls it: `de-AT`, `ngerman`, `Deutsch`. 0 for one that the search knows nothing of. */
export function statedLanguage(stated: string): Languages {
  const [name = ''] = stated.trim().split(/[-_\s,;/(]/, 1);
  return byName.get(foldWord(name)) ?? 0;
}
