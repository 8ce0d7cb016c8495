import { detectFormat } from '../core/bibliography/detectFormat';
import {
  type AddEntriesOptions,
  type AddedEntries,
  type Addition,
  addEntries,
} from '../core/bibliography/write/addEntries';

/** References to be added to a bibliography. */
export interface WriteRequest {
  /** Its text, or its bytes in whatever encoding. The answer's edit has offsets in these, and is of ASCII for bytes. */
  readonly content: string | Uint8Array;
  /** Tells the format, with how the file begins. */
  readonly fileName: string;
  readonly additions: readonly Addition[];
  readonly options: AddEntriesOptions;
}

/** See `addEntries`. */
export function answerWriteRequest({ content, ...request }: WriteRequest): AddedEntries | undefined {
  const { fileName, additions, options } = request;
  const text = typeof content === 'string' ? content : oneCharacterAByte(content);
  const format = detectFormat(fileName, text, options.readBy) ?? 'bibtex';
  if (typeof content === 'string') return addEntries(content, format, additions, options);
  const added = addEntries(text, format, additions, { ...options, ascii: true });
  return added?.edit && /[^\0-\x7f]/.test(added.edit.text) ? undefined : added;
}

/** There and back: whatever the encoding, what is there stays as it is. This one has a character for each byte (WHATWG Encoding, § 9.1). */
function oneCharacterAByte(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252', { ignoreBOM: true }).decode(bytes);
}
