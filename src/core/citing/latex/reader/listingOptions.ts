import { lineEnd } from './characters';
import { type VerbatimFamily, verbatimFamilies } from './verbatim';

/** What TeX reads of the content of an environment that shows it as it is. */
interface Escapes {
  /** What stands between two of these is TeX: `(*@` and `@*)`, `$` and `$`. */
  readonly delimiters: ReadonlyMap<string, string>;
  /** Comments of the listed language are TeX. */
  readonly hasComments: boolean;
  /** All of it is read for commands. */
  readonly isTex: boolean;
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** From where the rest of a line is a comment, in most languages. */
const comment = /(?:\/\/|#|%|--|;)[^\n]*/g;
/** Longer lists of options are not looked at. */
const maxOptions = 5000;

/**
 * The options of listings, minted and fancyvrb by which TeX reads some of what an environment shows: those that hold everywhere, those of
 * styles and those of environments, as written, from where they are set.
 */
export class ListingOptions {
  /** By what they belong to: `listings`, `listings style colours`, `listings environment code`. */
  private readonly options: Map<string, string>;
  private readonly read = new Map<string, ReadonlyMap<string, string>>();

  constructor(others: ReadonlyMap<string, string> = new Map()) {
    this.options = new Map(others);
  }

  get all(): ReadonlyMap<string, string> {
    return this.options;
  }

  set(family: VerbatimFamily, options: string): void {
    this.add(family, options);
  }

  setStyle(family: VerbatimFamily, style: string, options: string): void {
    this.add(`${family} style ${style}`, options);
  }

  /** An environment that is made of one of the family. */
  setEnvironment(family: VerbatimFamily, environment: string, options: string): void {
    this.add(`${family} environment ${environment}`, options);
  }

  /** The family of a verbatim environment, where its options can say that some of it is read. */
  familyOf(environment: string): VerbatimFamily | undefined {
    const name = environment.replace(/\*$/, '');
    const families: readonly VerbatimFamily[] = ['listings', 'minted', 'fancyvrb'];
    return (
      verbatimFamilies.get(name) ?? families.find(family => this.options.has(`${family} environment ${name}`))
    );
  }

  /** The stretches of an environment's content that TeX reads, by its `own` options and those that are set. */
  stretchesRead(text: string, content: Stretch, environment: string, own: string): Stretch[] {
    const family = this.familyOf(environment);
    if (!family) return [];
    const { delimiters, hasComments, isTex } = this.escapesOf(family, environment.replace(/\*$/, ''), own);
    if (isTex) return [content];
    const shown = text.slice(content.start, content.end);
    const escaped = between(shown, delimiters).map(({ start, end }) => ({
      start: content.start + start,
      end: content.start + end,
    }));
    if (!hasComments) return escaped;
    const comments: Stretch[] = [];
    for (const { 0: line, index } of shown.matchAll(comment)) {
      const start = content.start + index;
      comments.push({ start, end: start + line.length });
    }
    const isApart = ({ start, end }: Stretch) => escaped.every(one => one.end <= start || end <= one.start);
    return [...escaped, ...comments.filter(isApart)].sort((a, b) => a.start - b.start);
  }

  private add(name: string, options: string): void {
    const known = this.options.get(name);
    this.options.set(name, known ? `${known},${options}` : options);
  }

  private escapesOf(family: VerbatimFamily, environment: string, own: string): Escapes {
    const values = new Map<string, string>();
    const take = (options: string | undefined, depth: number) => {
      for (const [name, value] of this.valuesOf(options ?? '')) {
        if (name === 'style' && depth < 3) take(this.options.get(`${family} style ${value}`), depth + 1);
        else if (/^(?:listing|minted) options$/.test(name)) take(value, depth + 1);
        else values.set(name, value);
      }
    };
    take(this.options.get(family), 0);
    take(this.options.get(`${family} environment ${environment}`), 0);
    take(own, 0);
    const isOn = (name: string) => values.has(name) && values.get(name) !== 'false';
    const delimiters = new Map<string, string>();
    if (family !== 'fancyvrb') {
      const character = tokensOf(values.get('escapechar') ?? '')[0];
      if (character) delimiters.set(character, character);
      const [open, close] = tokensOf(values.get('escapeinside') ?? '');
      if (open && close) delimiters.set(open, close);
      if (isOn('mathescape')) delimiters.set('$', '$');
    }
    return {
      delimiters,
      hasComments: family !== 'fancyvrb' && (isOn('texcl') || isOn('texcomments')),
      // Other signs for backslash and braces nobody follows.
      isTex: family !== 'listings' && values.get('commandchars') === '\\\\\\{\\}',
    };
  }

  private valuesOf(options: string): ReadonlyMap<string, string> {
    const known = this.read.get(options);
    if (known) return known;
    const values = new Map<string, string>();
    if (options.length <= maxOptions)
      for (const option of partsOf(options)) {
        const equals = option.indexOf('=');
        const name = (equals < 0 ? option : option.slice(0, equals)).trim();
        values.set(name, equals < 0 ? 'true' : unbraced(option.slice(equals + 1).trim()));
      }
    this.read.set(options, values);
    return values;
  }
}

/** The stretches of a code between delimiters, each on as many lines as it takes. */
function between(code: string, delimiters: ReadonlyMap<string, string>): Stretch[] {
  const found: Stretch[] = [];
  const next = new Map([...delimiters.keys()].map(open => [open, code.indexOf(open)]));
  for (let at = 0; ; ) {
    let first: string | undefined;
    for (const [open, place] of next) {
      if (place >= 0 && place < at) next.set(open, code.indexOf(open, at));
      const now = next.get(open)!;
      if (now >= 0 && (first === undefined || now < next.get(first)!)) first = open;
    }
    if (first === undefined) return found;
    const start = next.get(first)! + first.length;
    const close = code.indexOf(delimiters.get(first)!, start);
    // What is not closed yet ends with its line.
    found.push({ start, end: close < 0 ? lineEnd(code, start) : close });
    if (close < 0) return found;
    at = close + delimiters.get(first)!.length;
  }
}

/** What commas part that stand in no braces. */
function partsOf(options: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < options.length; at++) {
    const character = options[at];
    if (character === '\\') at++;
    else if (character === '{') depth++;
    else if (character === '}') depth--;
    else if (character === ',' && depth <= 0) {
      parts.push(options.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, options.slice(start)];
}

/** The inside of braces that hold all of a value. */
function unbraced(value: string): string {
  return /^\{(?:[^{}\\]|\\.)*\}$/.test(value) ? value.slice(1, -1) : value;
}

/** `{(*@}{@*)}`, `||` and `\%\%` as the two that they are. */
function tokensOf(value: string): string[] {
  const tokens = value.match(/\{(?:[^{}\\]|\\.)*\}|\\.|[^\s{}]/g) ?? [];
  return tokens.map(token => (token[0] === '{' ? token.slice(1, -1) : token).replace(/\\(.)/g, '$1'));
}
