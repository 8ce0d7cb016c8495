import type { Citation, DeclaredBibliography } from '../citation';
import { citeArguments, declaredPaths } from './callArguments';
import { isResolvingPackage } from './resolvingRules';

/** A call whose arguments are being read: where it and its parenthesis begin. */
export interface Call {
  readonly name: string;
  readonly start: number;
  readonly open: number;
}

/** Calls whose arguments name a label that stands elsewhere. */
const namesLabel = /^(?:cite|ref|link|query|locate|counter|selector|before|after|at|page|label)$/;

/** Whether a label among the arguments of a call is referred to there, and not given. */
export function refersToLabels(call: Call | undefined): boolean {
  return call !== undefined && namesLabel.test(call.name);
}

/** What a Typst file was found to say about citing. */
export class TypstFindings {
  readonly citations: Citation[] = [];
  readonly bibliographies: DeclaredBibliography[] = [];
  /** Labels that the document gives to its own parts. */
  readonly labels = new Set<string>();
  /** Files taken in or imported, as written. */
  readonly inclusions: string[] = [];
  /** What its code calls by name: its strings, and the names of its dictionaries. */
  readonly names = new Set<string>();
  /** A package resolves references to what the code names. */
  resolvesNames = false;
  /** A file, a bibliography or what a reference means is put together by code that cannot be followed. */
  isComputed = false;

  constructor(private readonly text: string) {}

  /** What follows `include` or `import`: a name, or `undefined` where that is no text. */
  include(keyword: string, written: string | undefined): void {
    // A module is imported by its name, too.
    if (written === undefined) this.isComputed ||= keyword === 'include';
    else if (written.startsWith('@')) this.resolvesNames ||= isResolvingPackage(written);
    else this.inclusions.push(written);
  }

  /** A call that ends at `end`, in the arguments of another or not. */
  call({ name, start, open }: Call, end: number, outer: Call | undefined): void {
    const inside = this.text.slice(open + 1, end).replace(/\)$/, '');
    if (name === 'cite' || name === 'ref') this.cite(name, inside, start, open, end);
    else if (name === 'bibliography') {
      const { paths, isComputed } = declaredPaths(inside, open + 1);
      this.bibliographies.push(...paths);
      this.isComputed ||= isComputed;
    } else if (name === 'label' && !refersToLabels(outer)) {
      const written = /^\s*"([^"\n]+)"\s*$/.exec(inside)?.[1];
      if (written !== undefined) this.labels.add(written);
    }
  }

  private cite(command: string, inside: string, callStart: number, open: number, end: number): void {
    const key = citeArguments(inside, open + 1);
    if (!key) return;
    const isClosed = this.text[end - 1] === ')';
    const start = this.text[callStart - 1] === '#' ? callStart - 1 : callStart;
    this.citations.push({ keys: [key], start, end, command, ...(!isClosed && { unfinished: true }) });
  }
}
