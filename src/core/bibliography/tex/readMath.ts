import { type Inline, plainText } from './inline';
import { blackboardBold, mathAccents, mathSymbols, textSymbols } from './symbols';

const maxDepth = 40;
const name = /[A-Za-z]+\*?/y;

/** Mathematics as running text: signs as characters, exponents and indices as such, fractions with a stroke. */
export function readMath(source: string): Inline[] {
  return new MathReader(source).read();
}

class MathReader {
  private at = 0;
  private depth = 0;

  constructor(private readonly source: string) {}

  read(): Inline[] {
    const content: Inline[] = [];
    while (this.at < this.source.length) {
      for (const inline of this.readGroup()) content.push(inline);
    }
    return content;
  }

  private readGroup(): Inline[] {
    const content: Inline[] = [];
    while (this.at < this.source.length) {
      if (this.source[this.at] === '}') {
        this.at++;
        break;
      }
      for (const inline of this.readAtom()) content.push(inline);
    }
    return content;
  }

  /** The next group, command or character. */
  private readAtom(): Inline[] {
    const character = String.fromCodePoint(this.source.codePointAt(this.at)!);
    this.at += character.length;
    if (character === '{') return this.nested(() => this.readGroup());
    if (character === '\\') return this.nested(() => this.readCommand());
    if (character === '^') return this.readScript('superscript');
    if (character === '_') return this.readScript('subscript');
    if (character === '~') return [' '];
    if (character === "'") return ['′'];
    if (character === '%' || character === '&') return [character];
    return [/\s/.test(character) ? ' ' : character];
  }

  private readScript(style: 'superscript' | 'subscript'): Inline[] {
    const content = this.readArgument();
    const text = plainText(content);
    // `90^\circ`, `f^\prime`, `x^*` need no exponent.
    if (style === 'superscript' && /^[∘′*°†‡]+$/.test(text)) return [text.replaceAll('∘', '°')];
    return content.length ? [{ style, content }] : [];
  }

  private readArgument(): Inline[] {
    while (/\s/.test(this.source[this.at] ?? '')) this.at++;
    if (this.at >= this.source.length || this.source[this.at] === '}') return [];
    return this.readAtom();
  }

  private readCommand(): Inline[] {
    name.lastIndex = this.at;
    const match = name.exec(this.source);
    if (!match) {
      const symbol = this.source[this.at++] ?? '';
      if (',;:> \n'.includes(symbol)) return [' '];
      return [mathSymbols.get(symbol) ?? (symbol === '!' ? '' : symbol)];
    }
    this.at += match[0].length;
    const command = match[0].replace('*', '');
    while (/\s/.test(this.source[this.at] ?? '')) this.at++;
    const symbol = mathSymbols.get(command) ?? textSymbols.get(command);
    if (symbol !== undefined) return [symbol];
    const accent = mathAccents.get(command);
    if (accent !== undefined) return [accentedText(plainText(this.readArgument()), accent)];
    return this.readStructure(command);
  }

  private readStructure(command: string): Inline[] {
    switch (command) {
      case 'frac':
      case 'dfrac':
      case 'tfrac':
      case 'nicefrac':
      case 'sfrac':
        return [...this.readArgument(), '/', ...this.readArgument()];
      case 'sqrt':
        return ['√', ...this.readArgument()];
      case 'mathbb':
      case 'Bbb':
        return [blackboardBold(plainText(this.readArgument()))];
      case 'not':
        return [accentedText(plainText(this.readArgument()), '\u0338')];
      case 'textsuperscript':
        return [{ style: 'superscript', content: this.readArgument() }];
      case 'textsubscript':
        return [{ style: 'subscript', content: this.readArgument() }];
      case 'operatorname':
      case 'mathrm':
      case 'mathop':
      case 'text':
      case 'textrm':
      case 'textit':
      case 'textbf':
      case 'mbox':
      case 'hbox':
        return this.readArgument();
      default:
        // Functions go by their names; fonts and sizes go, what they apply to stays.
        return functions.has(command) ? [command] : [];
    }
  }

  private nested(read: () => Inline[]): Inline[] {
    if (this.depth >= maxDepth) return [];
    this.depth++;
    const content = read();
    this.depth--;
    return content;
  }
}

function accentedText(text: string, accent: string): string {
  const [first, ...rest] = text;
  return first === undefined ? '' : (first + accent).normalize('NFC') + rest.join('');
}

const functions = new Set(
  'arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max min mod Pr sec sin sinh sup tan tanh bmod pmod argmax argmin polylog'.split(
    ' ',
  ),
);
