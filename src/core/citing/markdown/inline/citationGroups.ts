import type { Citation, CitedKey, Form } from '../../citation';
import type { KeyToken } from './citationKey';
import { isEnclosed } from './enclosure';
import { type Bracket, isBracket } from './inlineReader';
import { splitSuffix } from './locator';

/** A bracket as a list of citations: for each part between semicolons, its first key. */
interface Group {
  readonly bracket: Bracket;
  readonly parts: readonly {
    readonly token: KeyToken | undefined;
    readonly start: number;
    readonly end: number;
  }[];
}

/** Makes citations of the keys of running text: groups in brackets, keys in the text, and brackets behind those. */
export class CitationGroups {
  readonly citations: Citation[] = [];

  constructor(
    private readonly text: string,
    /** The document's offset of one in the text. */
    private readonly offset: (at: number) => number,
    private readonly isExample: (label: string) => boolean,
    private readonly unfinished: ReadonlySet<KeyToken>,
  ) {}

  /** Everything in a bracket that is not itself a group of citations. */
  read({ items }: Bracket): void {
    for (let index = 0; index < items.length; index++) {
      const item = items[index]!;
      if (isBracket(item)) {
        this.bracket(item);
        continue;
      }
      if (this.isExample(item.key)) continue;
      const next = items[index + 1];
      if (next && isBracket(next) && this.belongsTo(item, next)) {
        index++;
        this.inTextWith(item, next);
      } else this.citeInText(item);
    }
  }

  private bracket(bracket: Bracket): void {
    const group = this.groupOf(bracket);
    if (!group || !this.isFree(bracket, '{([')) {
      this.read(bracket);
      return;
    }
    this.cite(this.citedIn(group), bracket.open, bracket.close + 1);
    this.readRest(group);
  }

  private citeInText(token: KeyToken): void {
    const start = token.start + Number(token.suppressed);
    this.cite([this.cited(token, 'inText')], start, token.end, this.unfinished.has(token));
  }

  /** `@key [p. 3]`, `@key [see @other]`: the bracket continues the citation. */
  private inTextWith(token: KeyToken, bracket: Bracket): void {
    const group = this.groupOf(bracket);
    const start = token.start + Number(token.suppressed);
    if (group && this.isFree(bracket, '{([')) {
      this.cite([this.cited(token, 'inText'), ...this.citedIn(group)], start, bracket.close + 1);
      this.readRest(group);
      return;
    }
    const located = this.locatorGroup(bracket)!;
    const [locator, ...others] = located.parts;
    const first = this.cited(token, 'inText', '', this.text.slice(locator!.start, locator!.end));
    this.cite([first, ...this.citedIn({ ...located, parts: others })], start, bracket.close + 1);
    this.readRest(located);
  }

  /** Only white space, with one line end at most, is between an in-text key and a bracket that continues it. */
  private belongsTo(token: KeyToken, bracket: Bracket): boolean {
    if (bracket.kind !== 'text' || !/^[ \t]*(?:\n[ \t]*)?$/.test(this.text.slice(token.end, bracket.open)))
      return false;
    if (this.groupOf(bracket) && this.isFree(bracket, '{([')) return true;
    return this.locatorGroup(bracket) !== undefined && this.isFree(bracket, '[(');
  }

  private isFree({ close }: Bracket, followers: string): boolean {
    const next = this.text[close + 1];
    return next === undefined || !followers.includes(next);
  }

  /** `undefined` unless every part has a key of its own, outside of emphasis, quotes and inner brackets. */
  private groupOf(bracket: Bracket): Group | undefined {
    if (bracket.kind !== 'text' || bracket.close < 0) return undefined;
    const group = this.parts(bracket);
    return group.parts.every(({ token }) => token) ? group : undefined;
  }

  /** A locator and perhaps further citations: only the first part may lack a key. */
  private locatorGroup(bracket: Bracket): Group | undefined {
    if (this.text[bracket.open + 1] === '^') return undefined;
    const group = this.parts(bracket);
    return group.parts.slice(1).every(({ token }) => token) ? group : undefined;
  }

  private parts(bracket: Bracket): Group {
    const edges = [bracket.open, ...bracket.semicolons, bracket.close];
    const keys = bracket.items.filter((item): item is KeyToken => !isBracket(item));
    let next = 0;
    const parts = edges.slice(0, -1).map((edge, index) => {
      const start = edge + 1;
      const end = edges[index + 1]!;
      let token: KeyToken | undefined;
      for (; next < keys.length && keys[next]!.start < end; next++)
        if (!token && !isEnclosed(this.text, keys[next]!, start, end)) token = keys[next];
      return { token, start, end };
    });
    return { bracket, parts };
  }

  private citedIn({ parts }: Group): CitedKey[] {
    return parts.map(({ token, start, end }) => {
      const form = token!.suppressed ? 'suppressAuthor' : 'normal';
      return this.cited(token!, form, this.text.slice(start, token!.start), this.text.slice(token!.end, end));
    });
  }

  /** Keys and brackets in the prefixes and suffixes of a group are citations of their own. */
  private readRest({ bracket, parts }: Group): void {
    const heads = parts.flatMap(({ token }) => token ?? []);
    let next = 0;
    for (const item of bracket.items) {
      if (isBracket(item)) this.bracket(item);
      else if (item === heads[next]) next++;
      else this.citeInText(item);
    }
  }

  private cited(token: KeyToken, form: Form, before = '', after = ''): CitedKey {
    const { key, keyStart, keyEnd } = token;
    const cited: { -readonly [field in keyof CitedKey]: CitedKey[field] } = {
      key,
      form,
      start: this.offset(keyStart),
      end: this.offset(keyEnd - 1) + 1,
    };
    const prefix = before.trim();
    if (prefix) cited.prefix = prefix;
    return after ? Object.assign(cited, splitSuffix(after)) : cited;
  }

  private cite(keys: readonly CitedKey[], from: number, to: number, unfinished = false): void {
    const start = this.offset(from);
    const end = this.offset(to - 1) + 1;
    this.citations.push(unfinished ? { keys, start, end, unfinished } : { keys, start, end });
  }
}
