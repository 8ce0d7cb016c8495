import type { TextRange } from '../../model/textRange';
import { lazy } from '../../util/lazy';
import type { Citation, CitedKey, DeclaredBibliography } from '../citation';
import { argumentsOf, citeArguments, declaredPaths } from './callArguments';
import { isResolvingPackage, listsByItself, numbersLines } from './resolvingRules';
import { withoutComments } from './withoutComments';

/** A call whose arguments are being read: where it and its parenthesis begin. */
export interface Call {
  readonly name: string;
  readonly start: number;
  readonly open: number;
}

/** Calls whose arguments name a label that stands elsewhere. */
const namesLabel = /^(?:cite|ref|link|query|locate|counter|selector|before|after|at|page|label)$/;

/** Calls whose arguments say what is cited, and from where. */
const readCalls: ReadonlySet<string> = new Set(['cite', 'ref', 'bibliography', 'label', 'quote']);

/** Whether a label among the arguments of a call is referred to there, and not given. */
export function refersToLabels(call: Call | undefined): boolean {
  return call !== undefined && namesLabel.test(call.name);
}

const isBibliographyName =
  /^[^\n]*[^\n/]\.bib$|(?:^|\/)[^\n/]*(?:bib|ref|works|sources|literatur)[^\n/]*\.ya?ml$/i;

/** Rules that decide what becomes of quotes, and whether they are blocks. */
const quoteRule = /\bshow\s+quote\b/;
const blockRule = /\bset\s+quote\s*\([^()]*\bblock\s*:\s*true/;

/** A name for `cite` with some of its arguments. */
const citesWith = /\blet\s{1,9}([\p{XIDS}_][\p{XIDC}_-]*)\s{0,9}=\s{0,9}cite\s{0,9}\.\s{0,9}with\s{0,9}\(/gu;

/** Functions that load data, of which labels may be made. */
const loadsData = /\b(?:csv|json|toml|yaml|cbor|xml|read)\s*(?:\.decode\s*)?\(/;

/** What a Typst file was found to say about citing. */
export class TypstFindings {
  readonly citations: Citation[] = [];
  /** Keys that other calls than `cite` are given, or labels: `quote(attribution: <key>)`, `prose(<key>)`. */
  readonly embeddedKeys: CitedKey[] = [];
  readonly bibliographies: DeclaredBibliography[] = [];
  /** The branches of `if`. */
  readonly undecided: TextRange[] = [];
  /** Labels that the document gives to its own parts. */
  readonly labels = new Set<string>();
  /** Files taken in or imported, as written. */
  readonly inclusions: string[] = [];
  /** Those of them whose names are put together by its code. */
  readonly computedInclusions: string[] = [];
  /** What its code calls by name: its strings, and the names of its dictionaries. */
  readonly names = new Set<string>();
  /** Its strings that refer to nothing: a function of a template may make labels of them. */
  readonly possibleLabels = new Set<string>();
  /** What labels begin with whose rest is put together: `fig:` of `label("fig:" + name)`. */
  readonly labelPrefixes = new Set<string>();
  /** Files of references that the code names, for a template that lists them: `conf.with(refs: "refs.bib")`, `read("refs.bib")`. */
  readonly namedBibliographies: DeclaredBibliography[] = [];
  /** Code tells which files the list of references is made of. */
  listsComputed = false;
  /** A package resolves references to what the code names. */
  resolvesNames = false;
  /** A package resolves references to lines of what has a label. */
  numbersLines = false;
  /** A file, a bibliography or what a reference means is put together by code that cannot be followed. */
  isComputed = false;

  // Not among what is handed on of this, which is all its public fields.
  readonly #hasQuoteRule = lazy(() => quoteRule.test(this.text));
  readonly #quotesAreBlocks = lazy(() => blockRule.test(this.text));

  readonly #citing = lazy(
    () => new Set(Array.from(this.text.matchAll(citesWith), ([, name]) => name!)) as ReadonlySet<string>,
  );

  constructor(private readonly text: string) {}

  /** Whether a function is `cite` with some of its arguments given: `#let prose = cite.with(form: "prose")`. */
  isCiting(name: string): boolean {
    return this.#citing().has(name);
  }

  /** What follows `include` or `import`: a name, or `undefined` where that is no text. */
  include(keyword: string, written: string | undefined): void {
    // A module is imported by its name, too.
    if (written === undefined) this.isComputed ||= keyword === 'include';
    else if (written.startsWith('@')) {
      this.resolvesNames ||= isResolvingPackage(written);
      this.numbersLines ||= numbersLines(written);
      this.isComputed ||= listsByItself(written);
    } else this.inclusions.push(written);
  }

  /** The files that an `include` takes in whose names code puts together. */
  includeAll(files: readonly string[]): void {
    this.inclusions.push(...files);
    this.computedInclusions.push(...files);
  }

  /** A string of the code, between its quotation marks, as an argument of a call or not. */
  string(start: number, end: number, call: Call | undefined): void {
    const written = this.text.slice(start, end);
    this.names.add(written);
    if (!refersToLabels(call)) this.possibleLabels.add(written);
    if (isBibliographyName.test(written) && call?.name !== 'bibliography')
      this.namedBibliographies.push({ path: written, start, end });
  }

  /** A call that ends at `end`, in the arguments of another or not. */
  call({ name, start, open }: Call, end: number, outer: Call | undefined): void {
    if (!readCalls.has(name)) return;
    const inside = withoutComments(this.text.slice(open + 1, end).replace(/\)$/, ''));
    if (name === 'cite' || name === 'ref') this.cite(name, inside, start, open, end);
    else if (name === 'bibliography') {
      const { paths, isComputed } = declaredPaths(inside, open + 1);
      this.bibliographies.push(...paths);
      this.listsComputed ||= isComputed;
    } else if (name === 'quote') this.quote(inside, open + 1);
    else if (name === 'label' && !refersToLabels(outer) && !this.isAttribution(start, outer))
      this.label(inside);
  }

  /** Whether what stands at `at` says who is quoted: it names a label and gives none. */
  isAttribution(at: number, call: Call | undefined): boolean {
    return call?.name === 'quote' && /\battribution\s*:\s*$/.test(this.text.slice(call.open, at));
  }

  /** A key as the attribution is cited wherever the quote stands; content is shown beside one that is a block. */
  private quote(inside: string, offset: number): void {
    const named = argumentsOf(inside);
    const attribution = named.find(({ name }) => name === 'attribution');
    if (!attribution) return;
    const { start, end } = attribution;
    const key = citeArguments(inside.slice(start, end), offset + start);
    if (key) this.embeddedKeys.push({ ...key, isTypeset: !this.#hasQuoteRule() });
    const block = named.find(({ name }) => name === 'block');
    if (block ? /true/.test(inside.slice(block.start, block.end)) : this.#quotesAreBlocks()) return;
    // Those in the call were read last.
    for (let index = this.citations.length - 1; index >= 0; index--) {
      const citation = this.citations[index]!;
      if (citation.start < offset) break;
      if (offset + start <= citation.start && citation.end <= offset + end)
        this.citations[index] = {
          ...citation,
          keys: citation.keys.map(one => ({ ...one, isTypeset: false })),
        };
    }
  }

  private label(written: string): void {
    const [, name, rest] = /^\s*(?:"([^"\n]+)")?\s*([\s\S]*)$/.exec(written)!;
    if (name !== undefined && rest === '') this.labels.add(name);
    else if (name !== undefined) this.labelPrefixes.add(name);
    else if (loadsData.test(this.text) && !/^[\p{XIDS}_][\p{XIDC}_-]*\s*$/u.test(written))
      this.isComputed = true;
  }

  private cite(command: string, inside: string, callStart: number, open: number, end: number): void {
    const key = citeArguments(inside, open + 1);
    if (!key) return;
    const isClosed = this.text[end - 1] === ')';
    const start = this.text[callStart - 1] === '#' ? callStart - 1 : callStart;
    this.citations.push({ keys: [key], start, end, command, ...(!isClosed && { unfinished: true }) });
  }
}
