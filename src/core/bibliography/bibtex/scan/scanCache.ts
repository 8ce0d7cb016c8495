import type { Problem } from '../../../model/source';
import { ByteReader, ByteWriter } from '../../../util/bytes/byteStream';
import { FieldTable } from './fieldTable';
import type { ScannedEntry, ScannedFile, StringDefinition } from './scanBibtex';

/** What finding the entries of a file gave: enough to read the same file again without looking through it. */
export interface RememberedScan extends ScannedFile {
  readonly problems: readonly Problem[];
  readonly truncated: boolean;
}

/** The texts, as JSON; all that is numbers follows in bytes. */
interface Texts {
  readonly fieldNames: readonly string[];
  readonly types: readonly string[];
  readonly keys: readonly string[];
  readonly strings: readonly StringDefinition[];
  readonly problems: readonly Problem[];
  readonly truncated: boolean;
}

export function encodeScan({ fields, entries, strings, problems, truncated }: RememberedScan): Uint8Array {
  const types = [...new Set(entries.map(({ type }) => type))];
  const numberOf = new Map(types.map((type, number) => [type, number]));
  const keys = entries.map(({ key }) => key);
  const texts: Texts = { fieldNames: fields.fieldNames, types, keys, strings, problems, truncated };
  const head = new TextEncoder().encode(JSON.stringify(texts));
  const writer = new ByteWriter(head.length + fields.length * 5);
  writer.uint32(head.length);
  writer.block(head);
  fields.write(writer);
  // Each place is told by how far it is from the one before, which mostly takes a byte or two.
  let before: Pick<ScannedEntry, 'end' | 'line' | 'endField'> = { end: 0, line: 0, endField: 0 };
  for (const entry of entries) {
    writer.varint(numberOf.get(entry.type)!);
    writer.varint(entry.start - before.end);
    writer.varint(entry.end - entry.start);
    writer.varint(entry.line - before.line);
    writer.varint(entry.firstField - before.endField);
    writer.varint(entry.endField - entry.firstField);
    before = entry;
  }
  return writer.copy();
}

/** Reads what `encodeScan` gave; other bytes throw. */
export function decodeScan(bytes: Uint8Array): RememberedScan {
  const reader = new ByteReader(bytes);
  const head = new TextDecoder().decode(reader.block(reader.uint32()));
  const { fieldNames, types, keys, strings, problems, truncated } = JSON.parse(head) as Texts;
  const fields = FieldTable.read(reader, fieldNames);
  let before = { end: 0, line: 0, endField: 0 };
  const entries = keys.map((key): ScannedEntry => {
    const type = types[reader.varint()]!;
    const start = before.end + reader.varint();
    const end = start + reader.varint();
    const line = before.line + reader.varint();
    const firstField = before.endField + reader.varint();
    const endField = firstField + reader.varint();
    before = { end, line, endField };
    return { type, key, start, end, line, firstField, endField };
  });
  return { fields, entries, strings, problems, truncated };
}
