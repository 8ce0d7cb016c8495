import { accented } from './accented';
import { blankFor, withSingleBlanks } from './blanks';
import { declarations, silentCommands, styleCommands, textArgument, verbatimCommands } from './commands';
import { type Inline, lastCharacter, plainText } from './inline';
import { readMath } from './readMath';
import { accents, mathSymbols, spacingAccents, textSymbols } from './symbols';
import { TexSource } from './texSource';

/** Groups nested deeper than this are read as if their braces were not there: no person nests so. */
const maxDepth = 60;

const plainRun = /(?:[^\\{}$~%`'\-\s]+(?:-(?!-))? ?)+/y;
const blanks = /\s+/y;
const commandName = /[A-Za-z]+\*?/y;

/** Whether text is anything but itself with its blanks run together. */
export const needsReading = /[\\{}$~%`']|--/;

/**
 * Reads the text of a field as TeX would set it: accents and commands become characters, styles become spans. What it does not know
 * it passes over and keeps the arguments of, so that no words get lost.
 */
export function readTex(source: string): Inline[] {
  if (!needsReading.test(source)) return [withSingleBlanks(source)];
  return trimmed(new TexReader(source).read());
}

class TexReader extends TexSource {
  private depth = 0;
  private quotes = 0;
  /** The character set last. */
  private last = '';

  read(): Inline[] {
    const content: Inline[] = [];
    // A brace that closes nothing is passed over.
    while (this.at < this.source.length) for (const inline of this.readGroup()) content.push(inline);
    return content;
  }

  /** Reads up to the brace that closes the group at hand, and past it. */
  private readGroup(): Inline[] {
    const { source } = this;
    const content: Inline[] = [];
    while (this.at < source.length) {
      plainRun.lastIndex = this.at;
      const run = plainRun.exec(source);
      if (run) {
        this.append(content, run[0]);
        this.at += run[0].length;
        continue;
      }
      const character = source[this.at]!;
      if (character === '}') {
        this.at++;
        return content;
      }
      if (character === '{') {
        this.at++;
        const inside = this.readNested();
        if (inside.length) this.append(content, { style: 'group', content: inside });
      } else if (character === '\\') this.readCommand(content);
      else this.append(content, this.readSign(character));
    }
    return content;
  }

  /** What is inside the brace just passed. */
  private readNested(): Inline[] {
    if (this.depth >= maxDepth) return [];
    this.depth++;
    const content = this.readGroup();
    this.depth--;
    return content;
  }

  private readSign(character: string): Inline {
    const { source } = this;
    if (character === '-') {
      const start = this.at;
      while (source[this.at] === '-') this.at++;
      const count = this.at - start;
      return count === 2 ? '–' : count === 3 ? '—' : '-'.repeat(count);
    }
    if (character === '`' || character === "'") return this.readQuote(character);
    if (character === '$') return this.readDollars();
    if (character === '%') return this.readPercent();
    this.at++;
    if (character === '~') return '\u00a0';
    blanks.lastIndex = this.at - 1;
    const blank = blanks.exec(source)?.[0] ?? character;
    this.at += blank.length - 1;
    return blankFor(blank);
  }

  private readQuote(character: string): string {
    const isDouble = this.source[this.at + 1] === character;
    this.at += isDouble ? 2 : 1;
    if (character === "'") return isDouble ? '”' : '’';
    return isDouble ? '“' : '‘';
  }

  private readDollars(): Inline {
    const display = this.source[this.at + 1] === '$';
    const start = this.at + (display ? 2 : 1);
    let end = start;
    while (end < this.source.length && this.source[end] !== '$') end += this.source[end] === '\\' ? 2 : 1;
    if (end >= this.source.length) {
      this.at = start;
      return display ? '$$' : '$';
    }
    this.at = end + (display && this.source[end + 1] === '$' ? 2 : 1);
    return mathematics(this.source.slice(start, end));
  }

  private readCommand(content: Inline[]): void {
    this.at++;
    commandName.lastIndex = this.at;
    const named = commandName.exec(this.source);
    if (!named) {
      this.readControlSymbol(content);
      return;
    }
    const name = named[0].replace('*', '');
    this.at += named[0].length;
    if (name === 'verb') {
      this.append(content, this.readVerb());
      return;
    }
    this.skipBlanks();
    const accent = accents.get(name);
    const declared = declarations.get(name);
    const style = styleCommands.get(name);
    const symbol = textSymbols.get(name);
    if (accent !== undefined) this.append(content, this.readAccented(name, accent));
    else if (symbol !== undefined) this.append(content, symbol);
    else if (declared !== undefined) this.append(content, { style: declared, content: this.readGroupRest() });
    else if (style !== undefined) this.append(content, { style, content: this.readArgument() });
    else this.readOther(name, content);
  }

  /** The rest of the group, leaving its closing brace to whoever reads the group. */
  private readGroupRest(): Inline[] {
    const content = this.readNested();
    if (this.source[this.at - 1] === '}') this.at--;
    return content;
  }

  private readControlSymbol(content: Inline[]): void {
    const symbol = String.fromCodePoint(this.source.codePointAt(this.at) ?? 32);
    this.at += symbol.length;
    const accent = accents.get(symbol);
    if (accent !== undefined) this.append(content, this.readAccented(symbol, accent));
    else if (symbol === '(' || symbol === '[')
      this.append(content, this.readDelimitedMath(symbol === '(' ? '\\)' : '\\]'));
    else if (symbol === '\\' || symbol === '\n' || symbol === '\r' || symbol === '\t')
      this.append(content, ' ');
    else if (symbol === ' ') this.append(content, '\u00a0');
    else if (symbol === ',' || symbol === ';' || symbol === ':') this.append(content, '\u2006');
    else if (symbol === '-') this.append(content, '\u00ad');
    else if (!'/@!)]'.includes(symbol)) this.append(content, symbol);
  }

  private readDelimitedMath(end: string): Inline {
    const close = this.source.indexOf(end, this.at);
    const stop = close < 0 ? this.source.length : close;
    const math = this.source.slice(this.at, stop);
    this.at = Math.min(this.source.length, stop + 2);
    return mathematics(math);
  }

  private readAccented(name: string, accent: string): Inline {
    this.skipBlanks();
    return accented(this.readArgument(), accent, spacingAccents.get(name) ?? '');
  }

  private readOther(name: string, content: Inline[]): void {
    const silent = silentCommands.get(name);
    const chosen = textArgument.get(name);
    if (silent !== undefined) {
      this.skipOption();
      for (let i = 0; i < silent; i++) this.readArgument();
    } else if (chosen !== undefined) {
      this.skipOption();
      for (let i = 0; i < chosen[0]; i++) {
        const argument = this.readArgument();
        if (i === chosen[1]) for (const inline of argument) content.push(inline);
      }
    } else if (verbatimCommands.has(name)) this.append(content, this.readVerbatim());
    else if (name === 'enquote' || name === 'mkbibquote') this.readEnquoted(content);
    else if (name === 'ensuremath') this.append(content, mathematics(this.readVerbatim(false)));
    else if (name === 'MakeUppercase' || name === 'uppercase')
      this.append(content, plainText(this.readArgument()).toUpperCase());
    else if (name === 'MakeLowercase' || name === 'lowercase')
      this.append(content, plainText(this.readArgument()).toLowerCase());
    else if (name === 'char' || name === 'symbol') this.append(content, this.readCharacterCode());
    else {
      const symbol = mathSymbols.get(name);
      if (symbol !== undefined) this.append(content, symbol);
      else if (this.source[this.at] === '[') this.skipOption();
    }
  }

  private append(content: Inline[], inline: Inline): void {
    if (typeof inline !== 'string') {
      content.push(inline);
      this.last = lastCharacter(inline) || this.last;
      return;
    }
    // A blank after a blank is none: around commands that set nothing.
    if (inline === '' || (inline === ' ' && this.last === ' ')) return;
    this.last = inline[inline.length - 1]!;
    const before = content.length - 1;
    const text = content[before];
    if (typeof text === 'string') content[before] = text + inline;
    else content.push(inline);
  }

  private readEnquoted(content: Inline[]): void {
    const [open, close] = this.quotes++ % 2 === 0 ? ['“', '”'] : ['‘', '’'];
    const inside = this.readArgument();
    this.quotes--;
    this.append(content, open!);
    for (const inline of inside) content.push(inline);
    this.append(content, close!);
  }

  /** The next group, command or character: what TeX takes as an argument. */
  private readArgument(): Inline[] {
    this.skipBlanks();
    const character = this.source[this.at];
    if (character === undefined || character === '}') return [];
    if (character === '{') {
      this.at++;
      return this.readNested();
    }
    if (character === '\\') {
      if (this.depth >= maxDepth) {
        this.at++;
        return [];
      }
      this.depth++;
      const content: Inline[] = [];
      this.readCommand(content);
      this.depth--;
      return content;
    }
    const single = String.fromCodePoint(this.source.codePointAt(this.at)!);
    this.at += single.length;
    return [single];
  }
}

function mathematics(source: string): Inline {
  return { style: 'math', content: readMath(source), source };
}

function trimmed(content: Inline[]): Inline[] {
  const first = content[0];
  if (typeof first === 'string') content[0] = first.trimStart();
  const last = content.at(-1);
  if (typeof last === 'string') content[content.length - 1] = last.trimEnd();
  return content;
}
