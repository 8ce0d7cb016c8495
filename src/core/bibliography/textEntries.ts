import type { Reference } from '../model/reference';
import type { ProblemCode } from '../model/source';
import { LineCounter } from '../util/lines/lineCounter';
import { duplicateKeys } from './duplicateKeys';
import type { FileToRead, Finding, ReadEntries } from './parsedBibliography';
import { withLines } from './problemLines';
import { type Fields, TextReference } from './textReference';

/** Collects what a reader finds in a file whose entries are read whole, each from its own text, in file order. */
export class TextEntries {
  private readonly references: TextReference[] = [];
  private readonly findings: Finding[] = [];
  private readonly lines: LineCounter;

  constructor(private readonly file: FileToRead) {
    this.lines = new LineCounter(file.text);
  }

  /** Neither references nor anything wrong were found. */
  get isEmpty(): boolean {
    return this.references.length === 0 && this.findings.length === 0;
  }

  get count(): number {
    return this.references.length;
  }

  /** `parse` reads the text between these places again; `parsed` is what it gave already, if it did. What `fieldsOf` does waits until the item is wanted. */
  add(
    key: string,
    start: number,
    end: number,
    parse: (text: string) => Fields,
    parsed?: Fields,
    fieldsOf?: (parsed: Fields) => Fields,
  ): void {
    const { kept, source } = this.file;
    const place = { line: this.lines.lineAt(start), start, end };
    this.references.push(new TextReference(key, kept, place, source, parse, parsed, fieldsOf));
  }

  tell(
    start: number,
    end: number,
    code: ProblemCode,
    message: string,
    severity: Finding['severity'] = 'error',
  ): void {
    this.findings.push({ start, end, severity, code, message });
  }

  /** Everything that was found; entries that are as they were keep what was decoded. */
  read(truncated: boolean): ReadEntries {
    const { references, findings, file } = this;
    const earlier = new Map(
      file.previous.map((reference): [string, Reference] => [reference.key, reference]),
    );
    for (const reference of references) reference.adopt(earlier.get(reference.key));
    const keys = references.map(({ key, origin: { start, line } }) => ({ key, start, line }));
    const repeated = duplicateKeys(keys, ({ start }) => [start, start]);
    return { references, problems: withLines(file.text, [...findings, ...repeated]), truncated };
  }
}
