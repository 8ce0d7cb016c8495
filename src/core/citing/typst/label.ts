/** What Typst lets be a label in `<…>` and behind `@`. */
export const labelCharacters = String.raw`[\p{XIDC}_:.\-]`;

const label = new RegExp(`^${labelCharacters}+$`, 'u');
const reference = new RegExp(`${labelCharacters}+`, 'uy');

export function isLabel(key: string): boolean {
  return label.test(key);
}

/** Whether `@key` reads as this very key: periods and colons at its end would be those of the sentence. */
export function isReference(key: string): boolean {
  return isLabel(key) && !/[.:]$/.test(key);
}

/** The end of the label behind an `@`; the same position where there is none. */
export function referenceEnd(text: string, position: number): number {
  reference.lastIndex = position;
  const end = position + (reference.exec(text)?.[0].length ?? 0);
  const trailing = /[.:]*$/.exec(text.slice(position, end))![0].length;
  return end - trailing;
}
