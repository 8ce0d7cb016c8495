import { type Inline, plainText } from './inline';

/** Puts a combining character on the first letter. */
export function accented(content: readonly Inline[], accent: string, alone: string): Inline {
  const text = plainText(content);
  const first = /^\s*(\P{M}\p{M}{0,8})/u.exec(text);
  if (!first) return alone;
  const letter = first[1]!.replace('ı', 'i').replace('ȷ', 'j');
  return (letter + accent).normalize('NFC') + text.slice(first[0].length);
}
