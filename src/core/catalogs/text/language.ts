import { tableOf } from '../../util/collections/tableOf';

/** Codes of ISO 639-2, as libraries write them, for the languages that papers are written in most. */
const twoLetters: Readonly<Record<string, string>> = tableOf(
  Object.fromEntries(
    'ara:ar bul:bg cat:ca chi:zh zho:zh cze:cs ces:cs dan:da dut:nl nld:nl eng:en est:et fin:fi fre:fr fra:fr ger:de deu:de gre:el ell:el heb:he hin:hi hrv:hr hun:hu ind:id ita:it jpn:ja kor:ko lat:la lav:lv lit:lt nor:no per:fa fas:fa pol:pl por:pt rum:ro ron:ro rus:ru slo:sk slk:sk slv:sl spa:es srp:sr swe:sv tha:th tur:tr ukr:uk vie:vi'
      .split(' ')
      .map(pair => pair.split(':')),
  ),
);

/** How services spell out languages, where they do not use codes. */
const names: Readonly<Record<string, string>> = tableOf({
  chinese: 'zh',
  dutch: 'nl',
  english: 'en',
  french: 'fr',
  german: 'de',
  italian: 'it',
  japanese: 'ja',
  korean: 'ko',
  polish: 'pl',
  portuguese: 'pt',
  russian: 'ru',
  spanish: 'es',
});

/** The tag of BCP 47 for a language that a service names by two or three letters or in English; empty for what is none (`und`, `mul`). */
export function languageTag(code: string): string {
  const lower = code.trim().toLowerCase().replace('_', '-');
  if (lower === 'un') return '';
  const [, language = '', place = ''] = /^([a-z]{2,3})(-[a-z]{2,4})?$/.exec(lower) ?? [];
  if (language.length === 2) return language + (place.length === 3 ? place.toUpperCase() : inScript(place));
  return twoLetters[language] ?? names[lower] ?? '';
}

/** `-hans` → `-Hans` */
function inScript(place: string): string {
  return place.slice(0, 2).toUpperCase() + place.slice(2);
}
