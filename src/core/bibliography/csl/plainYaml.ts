import {
  endOfQuotes,
  endsText,
  folded,
  NotPlain,
  notText,
  numbersIn,
  scalar,
  type Value,
} from './plainYamlTexts';

/** Deeper than any reference is: names in lists in fields of items of a list. */
const maxDepth = 12;

/**
 * Reads a block of YAML as programs write references: lists and maps by indentation, texts in or without quotation marks over one or more
 * lines, `|` and `>`. Of such text it tells the same as a whole parser with YAML's core schema, in a tenth of the time; `undefined` of
 * all other text, be it right or wrong: with anchors, tags, comments, tabs, maps in braces, two meanings.
 */
export function readPlainYaml(text: string): Value | undefined {
  try {
    const reader = new PlainYaml(text);
    return reader.whole();
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

/** Controls, marks of byte order, ends of lines and paragraphs of Unicode, and returns without a line feed. */
const unusual = /[^ -~\n\r\u00a0-\u2027\u202a-\ufefe\uff00-\uffff]|\r(?!\n)/;
const field = /^([A-Za-z][\w-]*):(?: +|$)/;
class PlainYaml {
  private readonly lines: string[];
  private at = 0;
  private depth = 0;

  constructor(text: string) {
    if (unusual.test(text)) throw new NotPlain();
    this.lines = text.split(text.includes('\r') ? /\r?\n/ : '\n');
  }

  whole(): Value {
    this.skipBlanks();
    const value = this.block(0);
    this.skipBlanks();
    if (this.at < this.lines.length) throw new NotPlain();
    return value;
  }

  /** What is indented by `least` and more. */
  private block(least: number): Value {
    const line = this.lines[this.at];
    if (line === undefined) throw new NotPlain();
    const indent = indentOf(line);
    if (indent < least || ++this.depth > maxDepth) throw new NotPlain();
    const value = isItem(line, indent) ? this.list(indent) : this.map(indent);
    this.depth--;
    return value;
  }

  private list(indent: number): Value {
    const items: Value[] = [];
    for (let line = this.current(indent); line !== undefined; line = this.current(indent)) {
      if (!isItem(line, indent)) break;
      const content = indent + 1 + /^ */.exec(line.slice(indent + 1))![0].length;
      if (content >= line.length) throw new NotPlain();
      if (field.test(line.slice(content)) || isItem(line, content)) {
        // What follows the dash is the first line of a block of its own.
        this.lines[this.at] = `${' '.repeat(content)}${line.slice(content)}`;
        items.push(this.block(content));
      } else {
        this.at++;
        items.push(this.text(line.slice(content), indent));
      }
    }
    return items;
  }

  private map(indent: number): Value {
    const fields: { [name: string]: Value } = {};
    for (let line = this.current(indent); line !== undefined; line = this.current(indent)) {
      const [lead, name] = field.exec(line.slice(indent)) ?? [];
      if (lead === undefined || name === undefined) throw new NotPlain();
      this.at++;
      const rest = line.slice(indent + lead.length);
      fields[name] = rest.trim() ? this.text(rest, indent) : this.under(indent);
    }
    return fields;
  }

  /** What stands below a field without anything in its own line; a list may be indented as little as the field. */
  private under(indent: number): Value {
    this.skipBlanks();
    const line = this.lines[this.at];
    if (line === undefined) return null;
    const next = indentOf(line);
    if (next === indent && isItem(line, next)) return this.block(indent);
    if (next <= indent) return null;
    return isItem(line, next) || field.test(line.slice(next)) ? this.block(next) : fail();
  }

  /** The line at hand where it is indented so, `undefined` where what is indented less begins. */
  private current(indent: number): string | undefined {
    this.skipBlanks();
    const line = this.lines[this.at];
    const found = line === undefined ? -1 : indentOf(line);
    if (found > indent) throw new NotPlain();
    return found === indent ? line : undefined;
  }

  /** A text that begins in the line before, whose further lines are indented more than `indent`. */
  private text(written: string, indent: number): Value {
    const first = written.trim();
    const style = first[0];
    if (style === '|' || style === '>') return this.literal(first, indent);
    if (style === '"' || style === "'") return this.quoted(first, style, indent);
    if (style === '[') return numbersIn(first);
    const further = this.further(indent);
    const all = [first, ...further];
    if (notText.test(first) || all.some(line => endsText.test(line) || line.startsWith('#')))
      throw new NotPlain();
    return further.length ? folded(all) : scalar(first);
  }

  /** The next lines as far as they are indented more, blank ones within them as ''. */
  private further(indent: number): string[] {
    const found: string[] = [];
    let blanks = 0;
    for (let at = this.at; at < this.lines.length; at++) {
      const line = this.lines[at]!;
      if (!line.trim()) {
        blanks++;
        continue;
      }
      if (indentOf(line) <= indent) break;
      for (; blanks > 0; blanks--) found.push('');
      found.push(line.trim());
      this.at = at + 1;
    }
    return found;
  }

  private quoted(first: string, quote: string, indent: number): string {
    const lines = [first];
    for (
      let line = first, from = 1, end = endOfQuotes(line, from, quote);
      ;
      end = endOfQuotes(line, from, quote)
    ) {
      if (end >= 0 && end < line.length - 1) throw new NotPlain();
      if (end >= 0) break;
      const next = this.lines[this.at++];
      if (next === undefined || (next.trim() && indentOf(next) <= indent)) throw new NotPlain();
      line = next.trim();
      from = 0;
      lines.push(line);
    }
    const inner = folded(lines).slice(1, -1);
    if (quote === "'") return inner.replace(/''/g, "'");
    // It joins lines. Escapes that JSON does not have are no JSON.
    if (lines.some(line => line.endsWith('\\'))) throw new NotPlain();
    try {
      return JSON.parse(`"${inner.replaceAll('\n', '\\n')}"`);
    } catch {
      throw new NotPlain();
    }
  }

  /** `|` and `>`, with or without `-`. */
  private literal(header: string, indent: number): string {
    if (!/^[|>]-?$/.test(header)) throw new NotPlain();
    const lines: string[] = [];
    let inner = -1;
    for (; this.at < this.lines.length; this.at++) {
      const line = this.lines[this.at]!;
      if (!line.trim()) {
        // Blanks that are indented further than the text belong to it.
        if (inner < 0 ? line !== '' : line.length > inner) throw new NotPlain();
        lines.push('');
        continue;
      }
      const found = indentOf(line);
      if (found <= indent) break;
      if (inner < 0) {
        if (lines.length) throw new NotPlain();
        inner = found;
      }
      if (found < inner || (header[0] === '>' && found > inner)) throw new NotPlain();
      lines.push(line.slice(inner));
    }
    while (lines.at(-1) === '') lines.pop();
    if (!lines.length) return '';
    const text = header[0] === '|' ? lines.join('\n') : folded(lines);
    return header.length > 1 ? text : `${text}\n`;
  }

  private skipBlanks(): void {
    while (this.at < this.lines.length && !this.lines[this.at]!.trim()) this.at++;
  }
}

function indentOf(line: string): number {
  let at = 0;
  while (line[at] === ' ') at++;
  return at;
}

function isItem(line: string, indent: number): boolean {
  return line[indent] === '-' && (line[indent + 1] === ' ' || line.length === indent + 1);
}

function fail(): never {
  throw new NotPlain();
}
