/** Codes of ISO 639-2, as libraries write them, for the languages that papers are written in most. */
const twoLetters: Readonly<Record<string, string>> = Object.fromEntries(
  'ara:ar bul:bg cat:ca chi:zh zho:zh cze:cs ces:cs dan:da dut:nl nld:nl eng:en est:et fin:fi fre:fr fra:fr ger:de deu:de gre:el ell:el heb:he hin:hi hrv:hr hun:hu ind:id ita:it jpn:ja kor:ko lat:la lav:lv lit:lt nor:no per:fa fas:fa pol:pl por:pt rum:ro ron:ro rus:ru slo:sk slk:sk slv:sl spa:es srp:sr swe:sv tha:th tur:tr ukr:uk vie:vi'
    .split(' ')
    .map(pair => pair.split(':')),
);

/** The tag of BCP 47 for a language that a service names by two or three letters; empty for what is none (`und`, `mul`). */
export function languageTag(code: string): string {
  const lower = code.toLowerCase();
  if (/^[a-z]{2}(?:-[a-z]{2,4})?$/.test(lower)) return code;
  return twoLetters[lower] ?? '';
}
