/** Gives a text in the language of the reader; `{0}` and so on stand for what it is about. */
export type Translate = (text: string, ...values: (string | number)[]) => string;

let translate: Translate = inEnglish;

/**
 * What people read, in the language of the host: the English text is its name in the tables of `l10n/`. Only what a text is about goes
 * into its values, and no words, since other languages put them elsewhere.
 */
export function say(text: string, ...values: (string | number)[]): string {
  return translate(text, ...values);
}

/** From now on texts are said so: the extension's entry points call it first. */
export function speakBy(translator: Translate): void {
  translate = translator;
}

/** Translates by a table of texts; what it lacks is said in English. */
export function translateBy(texts: Readonly<Record<string, string>>): Translate {
  return (text, ...values) => inEnglish(texts[text] ?? text, ...values);
}

/** Fills in the values, as `vscode.l10n.t` does. */
export function inEnglish(text: string, ...values: (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (mark, index: string) => String(values[Number(index)] ?? mark));
}
