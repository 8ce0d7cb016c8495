import type { CompletionPlace } from '../citationLanguage';
import { labelCharacters, referenceEnd } from './label';
import { readTypst } from './readTypst';

const halfTyped = new RegExp(`(?:(?<![\\p{L}\\p{N}\\\\])@|\\bcite\\(\\s*<)(${labelCharacters}*)$`, 'u');
/** No longer key is completed. */
const maxLength = 300;
/** Put where the key is typed, to see whether the document cites there. */
const probe = 'probe';

/** The key being typed behind `@` or in `#cite(<`. */
export function completionInTypst(text: string, offset: number): CompletionPlace | undefined {
  const match = halfTyped.exec(text.slice(Math.max(0, offset - maxLength), offset));
  if (!match) return undefined;
  const typed = match[1]!;
  const start = offset - typed.length;
  const end = Math.max(offset, referenceEnd(text, start));
  const inCall = text[start - 1] === '<';
  const closed = !inCall || text[end] === '>';
  const { citations } = readTypst(`${text.slice(0, start)}${probe}${closed ? '' : '>)'}${text.slice(end)}`);
  if (!citations.some(({ keys }) => keys.some(key => key.start === start))) return undefined;
  const isCallClosed = !inCall || text[closed ? end + 1 : end] === ')';
  return {
    start,
    end,
    typed,
    keyEnd: closed ? '' : '>',
    groupEnd: isCallClosed ? '' : ')',
  };
}
