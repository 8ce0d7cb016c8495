import type { Cursor } from './cursor';
import { isPlausibleEntry } from './entryStart';
import { told } from './messages';

/** As nearly all keys are. */
const plainKey = /[^\s,={}"@][^\s,={}"]{0,999}(?=,)/y;
const keyText = /[^,={}"\n\r]{0,1000}/y;
/** A key that contains an equals sign, a quotation mark or an opening brace: for BibTeX, keys go on to a comma, a blank or a closing brace. */
const oddKey = /[^\s,={}"]{1,300}(?:=[^\s,{}"]{0,300}|["{][^\s,=}]{0,300})[ \t]{0,50}(?=,)/y;

/** Reads the citation key of the entry that begins at `sign`, and past its comma; empty when the entry has none. */
export function readKey(cursor: Cursor, sign: number): string {
  const { text } = cursor;
  cursor.skipBlanks();
  const begin = cursor.at;
  const plain = cursor.match(plainKey)?.[0];
  if (plain !== undefined) {
    cursor.at = begin + plain.length;
    return plain;
  }
  if (isPlausibleEntry(text, begin)) {
    // `@book{`, as one is typed above another entry: what follows is not its key.
    cursor.tell(sign, begin, 'error', told.noKey());
    return '';
  }
  const written = (cursor.match(oddKey) ?? cursor.match(keyText)!)[0];
  const stop = text[begin + written.length];
  const words = written.trim().split(/\s+/, 2);
  if (stop === '=' || stop === '{' || stop === '"') {
    // What stands here is the first field, with or without a key before it.
    const key = words[1] === undefined && stop === '=' ? '' : words[0]!;
    cursor.at = begin + key.length;
    cursor.tell(sign, cursor.at, 'error', key ? told.missingKeyComma(key) : told.noKey());
    return key;
  }
  const key = written.trim();
  const end = begin + written.length;
  cursor.at = end;
  if (stop !== ',') {
    cursor.skipBlanks();
    if (!/[,})]/.test(text[cursor.at] ?? ',')) cursor.tell(sign, end, 'error', told.missingKeyComma(key));
  }
  if (!key) cursor.tell(sign, begin, 'error', told.noKey());
  else if (words.length > 1) cursor.tell(begin, begin + key.length, 'warning', told.keyWithBlank(key));
  else {
    const sign = /[{"]/.exec(key)?.[0];
    if (sign) cursor.tell(begin, begin + key.length, 'warning', told.keyWithSign(key, sign));
  }
  return key;
}
