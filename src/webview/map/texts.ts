/** What the page says that is put together there; `{0}` stands for what is put in. In the reader's language, from the host. */
export interface MapTexts {
  readonly all: string;
  readonly allOne: string;
  readonly some: string;
  readonly one: string;
  readonly years: string;
  readonly part: string;
  readonly marked: string;
  readonly unplaced: string;
  readonly more: string;
  readonly cited: string;
  readonly map: string;
  readonly byYear: string;
}

/** `{0} papers` → `20 papers`. */
export function filled(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (written, place: string) => String(values[Number(place)] ?? written));
}
