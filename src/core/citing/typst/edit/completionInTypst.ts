import type { CompletionPlace } from '../../citationLanguage';
import { isReference } from '../label';
import { keyPlaceInTypst } from './keyPlaceInTypst';
import { writeLabel } from './writeCitation';

/** The key being typed behind `@` or in a call of `cite`. What is accepted replaces its marks too, for not every key can stand in them. */
export function completionInTypst(text: string, offset: number): CompletionPlace | undefined {
  const place = keyPlaceInTypst(text, offset);
  if (!place) return undefined;
  const { start, end, outer, call } = place;
  return {
    start,
    end,
    typed: text.slice(start, offset),
    keyEnd: '',
    groupEnd: call && !call.isClosed ? ')' : '',
    outer,
    ...(call && { isArgument: true }),
  };
}

/** A key as it is written at a place, in place of all that stands there. */
export function writeKeyInTypst(key: string, { isArgument }: CompletionPlace): string {
  if (isArgument) return writeLabel(key);
  return isReference(key) ? `@${key}` : `#cite(${writeLabel(key)})`;
}
