import { tableOf } from '../../../util/collections/tableOf';

/** Babel's names for languages, as in `langid`, and the tags that CSL has for them. */
const tags: ReadonlyMap<string, string> = new Map(
  (
    'acadian fr-CA, afrikaans af-ZA, american en-US, arabic ar, australian en-GB, austrian de-AT, basque eu, brazil pt-BR, ' +
    'brazilian pt-BR, british en-GB, bulgarian bg-BG, canadian en-US, canadien fr-CA, catalan ca-AD, chinese zh-CN, croatian hr-HR, ' +
    'czech cs-CZ, danish da-DK, dutch nl-NL, english en-US, estonian et-EE, farsi fa-IR, finnish fi-FI, francais fr-FR, french fr-FR, ' +
    'german de-DE, germanb de-DE, greek el-GR, hebrew he-IL, hungarian hu-HU, icelandic is-IS, italian it-IT, japanese ja-JP, ' +
    'korean ko-KR, latin la, latvian lv-LV, lithuanian lt-LT, magyar hu-HU, mongolian mn-MN, naustrian de-AT, newzealand en-GB, ' +
    'ngerman de-DE, norsk nb-NO, norwegian nb-NO, nynorsk nn-NO, polish pl-PL, polutonikogreek el-GR, polytonicgreek el-GR, ' +
    'portuges pt-PT, portuguese pt-PT, romanian ro-RO, russian ru-RU, serbian sr-RS, serbianc sr-RS, slovak sk-SK, slovene sl-SL, ' +
    'slovenian sl-SL, spanish es-ES, swedish sv-SE, swissgerman de-CH, nswissgerman de-CH, thai th-TH, turkish tr-TR, ' +
    'ukenglish en-GB, ukrainian uk-UA, usenglish en-US, usmax en-US, vietnamese vi-VN'
  )
    .split(', ')
    .map(pair => pair.split(' ') as [string, string]),
);

const variants: Readonly<Record<string, string>> = tableOf({
  american: 'en-US',
  us: 'en-US',
  usmax: 'en-US',
  british: 'en-GB',
  uk: 'en-GB',
  australian: 'en-GB',
  newzealand: 'en-GB',
});

/** The tag of a language given by its Babel name, its tag, or its name in English; `undefined` for anything else. */
export function languageTag(name: string | undefined, options?: string): string | undefined {
  const language = name?.trim().toLowerCase() ?? '';
  const variant = /variant\s*=\s*(\w+)/i.exec(options ?? '')?.[1]?.toLowerCase();
  if (language === 'english' && variant && variants[variant]) return variants[variant];
  const tag = tags.get(language);
  if (tag) return tag;
  return /^[a-z]{2,3}(?:[-_][a-z]{2})?$/.test(language) ? (name ?? '').trim().replace('_', '-') : undefined;
}

/** Babel's own names today, where it has several for a tag. */
const usual: Readonly<Record<string, string>> = tableOf({
  en: 'english',
  'en-us': 'american',
  'en-gb': 'british',
  de: 'ngerman',
  'de-de': 'ngerman',
  'de-at': 'naustrian',
  'de-ch': 'nswissgerman',
  fr: 'french',
  'fr-fr': 'french',
  'fr-ca': 'canadien',
  el: 'greek',
  hu: 'magyar',
  nb: 'norsk',
  no: 'norsk',
  pt: 'portuguese',
  'pt-pt': 'portuguese',
  'pt-br': 'brazilian',
  sl: 'slovene',
  sr: 'serbian',
});

/** Babel's name for the language of a tag, as biblatex's `langid` has it; `undefined` where it has none. */
export function babelLanguage(tag: string): string | undefined {
  const wanted = tag.trim().toLowerCase().replace('_', '-');
  if (wanted === '') return undefined;
  if (usual[wanted]) return usual[wanted];
  const language = wanted.split('-')[0]!;
  const [exact] = [...tags].find(([, own]) => own.toLowerCase() === wanted) ?? [];
  if (exact) return exact;
  if (usual[language]) return usual[language];
  return [...tags].find(([, own]) => own.split('-')[0] === language)?.[0];
}
