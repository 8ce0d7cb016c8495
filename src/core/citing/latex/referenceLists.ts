import type { Declaration } from '../project/foundBibliography';
import type { Member } from '../project/inclusionTree';
import { divisions } from './commands/structureCommands';
import type { LatexBibliography, LatexCitation, LatexDocument, ListMark } from './latexDocument';
import { loads } from './latexProject';

/** A declaration of a bibliography in LaTeX. */
export interface LatexDeclaration extends Declaration {
  readonly declared: LatexBibliography;
}

/** Which declarations a list of references is made from; `undefined` where that cannot be told. */
interface OpenList {
  feeds?: ((declaration: LatexDeclaration) => boolean) | undefined;
}

const unknown: OpenList = {};

/** What biblatex takes headings of KOMA-Script for. */
const meantBy = new Map([
  ['addpart', 'part'],
  ['addchap', 'chapter'],
  ['addsec', 'section'],
]);

/** The end of a conditional that another file has defined: what stands in it may be left out. */
function isUnopened({ name }: ListMark): boolean {
  return name === 'fi';
}

/** biblatex's commands that name bibliographies for some section alone. */
export const ofOneSection = /^(?:(?:new)?refsection|addsectionbib)$/;

/**
 * From which bibliographies the parts of the file at `path` cite, where the document has several lists of references: biblatex's sections
 * (manual, § 3.8.3), the units of bibunits, the chapters of chapterbib, and the lists of multibib and multibbl, whose citations `cited` has.
 * Of two stretches that cover a place the later counts.
 */
export function listStretches(
  path: string,
  root: string,
  members: readonly Member<LatexDocument>[],
  declarations: readonly LatexDeclaration[],
  cited: () => readonly LatexCitation[],
): ListStretch[] {
  const sections = new Sections(path, root, members, declarations).stretches();
  const named = namedLists(declarations, cited);
  // Named lists of sections: which of them a citation goes into is not followed.
  if (named.length && loads(members, /^(?:chapterbib|bibunits)$/)) return [];
  // bibunits' `\cite*` cites in the unit and in the document.
  const starred = loads(members, /^bibunits$/) ? cited().filter(({ command }) => command.endsWith('*')) : [];
  const open = starred.map(({ start, end }) => ({ start, end, list: unknown }));
  const fed = new Map<OpenList, readonly LatexDeclaration[]>();
  const inOthers = (one: LatexDeclaration) => !members.some(member => member.path === one.declaredIn);
  return [...sections, ...named, ...open].map(({ start, end, list }) => {
    const { feeds } = list;
    if (!fed.has(list)) fed.set(list, feeds ? declarations.filter(one => feeds(one) || inOthers(one)) : []);
    return { start, end, declarations: fed.get(list)! };
  });
}

/** A stretch with the declarations that its citations are looked up in, the same array for the same list; none where that cannot be told. */
export interface ListStretch {
  readonly start: number;
  readonly end: number;
  readonly declarations: readonly LatexDeclaration[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly list: OpenList;
}

/** multibib's `\citepweb`, multibbl's `\cite{web}{…}`. */
function namedLists(
  declarations: readonly LatexDeclaration[],
  cited: () => readonly LatexCitation[],
): Stretch[] {
  if (!declarations.some(({ declared }) => declared.list !== undefined)) return [];
  const lists = new Map<string | undefined, OpenList>();
  const listOf = (name: string | undefined): OpenList => {
    const list = lists.get(name) ?? { feeds: ({ declared }) => declared.list === name };
    lists.set(name, list);
    return list;
  };
  const ofNames = cited().filter(({ list }) => list !== undefined);
  return [
    { start: 0, end: Number.MAX_SAFE_INTEGER, list: listOf(undefined) },
    ...ofNames.map(({ start, end, list }) => ({ start, end, list: listOf(list) })),
  ];
}

/** Follows a document from its root through what it takes in, to see which section each stretch of one file is in. */
class Sections {
  private readonly byPath: ReadonlyMap<string, Member<LatexDocument>>;
  private readonly found: Stretch[] = [];
  private readonly inside = new Set<string>();
  private readonly outermost: OpenList;
  private readonly headings: ReadonlySet<string>;
  private readonly hasUnits: boolean;
  private readonly hasChapters: boolean;
  private unitHeading = '';
  private list = unknown;
  /** The files of the chapter at hand. */
  private chapter: Set<string> | undefined;
  private times = 0;
  private hasBody = false;

  constructor(
    private readonly path: string,
    private readonly root: string,
    private readonly members: readonly Member<LatexDocument>[],
    private readonly declarations: readonly LatexDeclaration[],
  ) {
    this.byPath = new Map(members.map(member => [member.path, member]));
    this.hasUnits = loads(members, /^bibunits$/);
    this.hasChapters = loads(members, /^chapterbib$/);
    this.headings = headingsOf(members.flatMap(({ document }) => document.packages.get('biblatex') ?? []));
    this.outermost = {
      feeds: ({ declared: { command, list } }) =>
        list === undefined &&
        !ofOneSection.test(command) &&
        !/^(?:putbib|defaultbibliography)$/.test(command),
    };
  }

  stretches(): Stretch[] {
    const { declarations, members, hasUnits, hasChapters } = this;
    const differ =
      hasUnits ||
      hasChapters ||
      declarations.some(({ declared }) => ofOneSection.test(declared.command)) ||
      members.some(({ document }) => document.listMarks.some(({ bibliographies }) => bibliographies));
    if (!differ || members.some(({ document }) => this.isUncertain(document))) return [];
    this.follow(this.root);
    // Read twice, it may be in two sections.
    return this.times === 1 ? this.found : [];
  }

  private isUncertain({ listMarks }: LatexDocument): boolean {
    const ofLists = listMarks.filter(mark => this.matters(mark));
    return ofLists.some(({ isCertain }) => !isCertain) || (ofLists.length > 0 && listMarks.some(isUnopened));
  }

  private matters({ name }: ListMark): boolean {
    if (/refsection|bibunit$|^putbib|^bibliographyunit/.test(name)) return true;
    return this.isHeading(name);
  }

  private isHeading(name: string): boolean {
    return this.headings.has(meantBy.get(name) ?? name) || this.unitHeading === name;
  }

  private follow(path: string): void {
    const member = this.byPath.get(path);
    if (!member || this.inside.has(path)) return;
    this.inside.add(path);
    this.chapter?.add(path);
    const { document, taken } = member;
    if (path === this.path) this.times++;
    const events = [
      ...document.listMarks.map(mark => ({ at: mark.start, apply: () => this.pass(mark, path) })),
      ...taken.map(one => ({
        at: one.at,
        apply: () =>
          this.hasChapters &&
          document.inclusions.some(({ start, command }) => start === one.at && command === 'include')
            ? this.followChapter(one.path)
            : this.follow(one.path),
      })),
      ...(document.bodyStart === undefined
        ? []
        : [{ at: document.bodyStart, apply: () => this.beginBody() }]),
    ];
    let from = 0;
    const pause = (at: number) => {
      if (path === this.path && at > from) this.found.push({ start: from, end: at, list: this.list });
      from = at;
    };
    for (const { at, apply } of events.sort((a, b) => a.at - b.at)) {
      pause(at);
      apply();
    }
    pause(Number.MAX_SAFE_INTEGER);
    this.inside.delete(path);
  }

  /** chapterbib: what is included has an `.aux` of its own, and cites from what is declared in it. */
  private followChapter(path: string): void {
    const { list } = this;
    const chapter: OpenList = {};
    this.begin(chapter);
    const within = new Set<string>();
    this.chapter = within;
    this.follow(path);
    this.chapter = undefined;
    if (this.declarations.some(({ declaredIn }) => within.has(declaredIn)))
      chapter.feeds = ({ declaredIn }) => within.has(declaredIn);
    this.begin(list);
  }

  /** A document that is taken in as a chapter (`subfiles`) begins no other list. */
  private beginBody(): void {
    if (!this.hasBody && !this.hasChapters) this.begin(this.outermost);
    this.hasBody = true;
  }

  private begin(list: OpenList): void {
    this.list = list;
  }

  private pass({ name, bibliographies }: ListMark, path: string): void {
    if (name === 'refsection' || name === 'newrefsection')
      this.begin(bibliographies ? this.sectionOf(bibliographies, path) : this.outermost);
    else if (name === 'endrefsection' || name === 'endbibunit') this.begin(this.outermost);
    else if (name === 'bibunit') this.begin({});
    else if (name === 'putbib') this.fill(bibliographies, path);
    else if (name.startsWith('bibliographyunit')) this.unitHeading = name.slice('bibliographyunit\\'.length);
    else if (this.isHeading(name)) this.begin(this.hasUnits ? {} : this.outermost);
  }

  /** The bibliographies that begin at these places of a file, or are called by what stands there, and those for all sections. */
  private sectionOf(starts: readonly number[], path: string): OpenList {
    const labels = new Set(this.namesAt(starts, path));
    return {
      feeds: ({ declared: { command, start, label }, declaredIn }) =>
        command === 'addglobalbib' ||
        (label !== undefined && labels.has(label)) ||
        (declaredIn === path && starts.includes(start)),
    };
  }

  private namesAt(starts: readonly number[], path: string): string[] {
    const { bibliographies } = this.byPath.get(path)!.document;
    return bibliographies.filter(one => starts.includes(one.start)).map(one => one.path);
  }

  /** `\putbib` stands at the end of its unit. */
  private fill(starts: readonly number[] | undefined, path: string): void {
    const { list } = this;
    if (list === this.outermost || list === unknown) return;
    const { feeds } = list;
    const given: NonNullable<OpenList['feeds']> = ({ declared: { command, start }, declaredIn }) =>
      starts ? declaredIn === path && starts.includes(start) : command === 'defaultbibliography';
    list.feeds = one => given(one) || feeds?.(one) === true;
  }
}

/** With which headings biblatex begins a section: `refsection=chapter`, and with `chapter+` also with higher ones. */
function headingsOf(options: readonly string[]): Set<string> {
  const headings = new Set<string>();
  for (const option of options)
    for (const [, name, plus] of option.matchAll(/\brefsection\s*=\s*\{?\s*([a-z]+)(\+?)/g)) {
      const at = (divisions as readonly string[]).indexOf(name!);
      if (at >= 0) for (const division of divisions.slice(plus ? 0 : at, at + 1)) headings.add(division);
    }
  return headings;
}
