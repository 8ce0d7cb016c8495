import type { ByteReader, ByteWriter } from '../../../util/bytes/byteStream';
import { resizeTypedArray } from '../../../util/collections/typedArrays';
import { detachString } from '../../../util/detachString';

/** How a field's value stands in the file; for `braced` and `quoted` the span is what is inside. */
export const valueKind = { braced: 0, quoted: 1, expression: 2 } as const;

const kinds = Object.keys(valueKind).length;

export type ValueKind = (typeof valueKind)[keyof typeof valueKind];

/** Cells that a table has room for at least, beyond those it begins with. */
const leastReserved = 1024;

/** A value as it stands: for braces and quotation marks the span is what is inside. */
export interface ScannedValue {
  readonly kind: ValueKind;
  readonly start: number;
  readonly end: number;
}

/**
 * The fields of all entries of a file, as numbers: name, kind of value, start and end. Four integers a field, so that a library of
 * 50,000 entries holds no object for each of its half a million fields.
 */
export class FieldTable {
  private readonly names: string[] = [];
  private readonly ids = new Map<string, number>();
  private cells = new Int32Array(leastReserved);
  private used = 0;

  /** A table of the first fields of this one. */
  beginning(length: number): FieldTable {
    const table = new FieldTable();
    table.used = length * 4;
    table.cells = resizeTypedArray(this.cells.slice(0, table.used), table.used + leastReserved);
    // Numbers are given as names are met.
    let names = 0;
    for (let field = 0; field < length; field++) names = Math.max(names, this.nameId(field) + 1);
    table.names.push(...this.names.slice(0, names));
    for (const [written, id] of this.ids) if (id < names) table.ids.set(written, id);
    return table;
  }

  /** The names of fields, by their numbers. */
  get fieldNames(): readonly string[] {
    return this.names;
  }

  /** All but the names, as bytes. */
  write(writer: ByteWriter): void {
    writer.varint(this.length);
    let end = 0;
    for (let field = 0; field < this.length; field++) {
      writer.varint(this.nameId(field) * kinds + this.kind(field));
      writer.varint(this.start(field) - end);
      end = this.end(field);
      writer.varint(end - this.start(field));
    }
  }

  /** Reads what `write` wrote. */
  static read(reader: ByteReader, names: readonly string[]): FieldTable {
    const table = new FieldTable();
    for (const name of names) table.idOf(name);
    table.cells = new Int32Array(reader.varint() * 4);
    let end = 0;
    while (table.used < table.cells.length) {
      const nameAndKind = reader.varint();
      const start = end + reader.varint();
      end = start + reader.varint();
      table.cells[table.used++] = Math.floor(nameAndKind / kinds);
      table.cells[table.used++] = nameAndKind % kinds;
      table.cells[table.used++] = start;
      table.cells[table.used++] = end;
    }
    return table;
  }

  /** How many fields there are. */
  get length(): number {
    return this.used >> 2;
  }

  add(name: string, { kind, start, end }: ScannedValue): void {
    if (this.used + 4 > this.cells.length) this.cells = resizeTypedArray(this.cells, this.cells.length * 2);
    this.cells[this.used++] = this.idOf(name);
    this.cells[this.used++] = kind;
    this.cells[this.used++] = start;
    this.cells[this.used++] = end;
  }

  /** Forgets the fields from this one on. */
  truncate(field: number): void {
    this.used = field * 4;
  }

  /** Gives back what was reserved for growing. */
  trim(): void {
    this.cells = this.cells.slice(0, this.used);
  }

  name(field: number): string {
    return this.names[this.cells[field * 4]!]!;
  }

  /** Equal for fields of the same name. */
  nameId(field: number): number {
    return this.cells[field * 4]!;
  }

  kind(field: number): ValueKind {
    return this.cells[field * 4 + 1]! as ValueKind;
  }

  start(field: number): number {
    return this.cells[field * 4 + 2]!;
  }

  end(field: number): number {
    return this.cells[field * 4 + 3]!;
  }

  /** The last field of this name among `[from, to)`, or -1. The last one counts, as for Pandoc and Biber. */
  find(name: string, from: number, to: number): number {
    const id = this.ids.get(name);
    if (id === undefined) return -1;
    for (let field = to - 1; field >= from; field--) if (this.cells[field * 4] === id) return field;
    return -1;
  }

  private idOf(written: string): number {
    const known = this.ids.get(written);
    if (known !== undefined) return known;
    const name = detachString(written.toLowerCase());
    let id = this.ids.get(name);
    if (id === undefined) {
      id = this.names.length;
      this.names.push(name);
      this.ids.set(name, id);
    }
    this.ids.set(detachString(written), id);
    return id;
  }
}
