import { detectFormat } from '../core/bibliography/detectFormat';
import {
  type AddEntriesOptions,
  type AddedEntries,
  type Addition,
  addEntries,
} from '../core/bibliography/write/addEntries';

/** What a bibliography holds: its text, or its bytes in whatever encoding. */
export type Content = string | Uint8Array;

/** References to be added to a bibliography. */
export interface WriteRequest {
  /** The answer's edit has offsets in this, and is of ASCII for bytes. */
  readonly content: Content;
  /** Tells the format, with how the file begins. */
  readonly fileName: string;
  readonly additions: readonly Addition[];
  readonly options: AddEntriesOptions;
}

/** The same, for a thread that remembers the last content, which need not be sent again. */
export interface WriteMessage extends Omit<WriteRequest, 'content'> {
  /** Another number for another content. */
  readonly number: number;
  readonly content?: Content;
}

/** `unread`: the content is not the last one, and has to be sent. */
export type WriteAnswer = AddedEntries | undefined | 'unread';

/** See `addEntries`. */
export function answerWriteRequest({ content, ...request }: WriteRequest): AddedEntries | undefined {
  return answer({ ...request, text: asText(content), isBytes: typeof content !== 'string' });
}

/** Answers one message after the other, and remembers the last content as it is looked through. */
export function rememberingWriter(): (message: WriteMessage) => WriteAnswer {
  let last: { readonly number: number; readonly text: string; readonly isBytes: boolean } | undefined;
  return ({ number, content, ...request }) => {
    if (content !== undefined) last = { number, text: asText(content), isBytes: typeof content !== 'string' };
    return last?.number === number ? answer({ ...request, ...last }) : 'unread';
  };
}

function answer({
  text,
  isBytes,
  fileName,
  additions,
  options,
}: Omit<WriteRequest, 'content'> & { readonly text: string; readonly isBytes: boolean }) {
  const format = detectFormat(fileName, text, options.readBy) ?? 'bibtex';
  const added = addEntries(text, format, additions, isBytes ? { ...options, ascii: true } : options);
  return isBytes && added?.edit && /[^\0-\x7f]/.test(added.edit.text) ? undefined : added;
}

/** Bytes as a text of a character for each of them, whatever the encoding: there and back, what is there stays as it is. */
function asText(content: Content): string {
  if (typeof content === 'string') return content;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
  // Mostly there is nothing but ASCII, which is read many times faster so. Else one that has a character for each byte (WHATWG Encoding, § 9.1).
  return text.length === content.length && !text.includes('\ufffd')
    ? text
    : new TextDecoder('windows-1252', { ignoreBOM: true }).decode(content);
}
