import type { Attachment } from './attachment';
import type { Identifier } from './identifiers/identifier';

/** A person or body in CSL-JSON. `literal` is for names that have no parts (corporate authors). */
export interface Name {
  readonly family?: string;
  readonly given?: string;
  readonly suffix?: string;
  readonly literal?: string;
  readonly 'non-dropping-particle'?: string;
  readonly 'dropping-particle'?: string;
}

/** A date in CSL-JSON: `date-parts` is `[[year, month?, day?]]`, or two such for a range. */
export interface DateValue {
  readonly 'date-parts'?: readonly (readonly number[])[];
  readonly literal?: string;
  readonly raw?: string;
  readonly season?: number | string;
  readonly circa?: boolean | number | string;
}

/**
 * One bibliographic item in CSL-JSON 1.0.2, the interchange format of Zotero, Pandoc and citeproc.
 * All text is plain Unicode; TeX markup and entities were decoded by whoever read it.
 */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title?: string;
  readonly author?: readonly Name[];
  readonly editor?: readonly Name[];
  readonly issued?: DateValue;
  readonly abstract?: string;
  readonly 'container-title'?: string;
  readonly DOI?: string;
  readonly URL?: string;
  readonly keyword?: string;
  readonly custom?: CustomFields;
  readonly [field: string]: unknown;
}

/** What CSL-JSON has no field for; `custom` is its place for that. */
export interface CustomFields {
  /** 1-based position in the delivered collection (bundled references only). */
  readonly position?: number;
  /** 1-based line of the entry in its file. */
  readonly line?: number;
  /** arXiv identifier without version, e.g. `2306.00629`. */
  readonly arxiv?: string;
  /** The author list is known to be incomplete, or disputed: show "and others", never the list as whole. */
  readonly authorsIncomplete?: boolean;
  /** Curated topics (bundled) by their id in `data/topics.json`. */
  readonly topics?: readonly string[];
  /** Files that belong to the work. */
  readonly attachments?: readonly Attachment[];
  /** Texts as citation processors take them, where they differ from the plain ones: sentence case, `<i>`, `<sup>`, … */
  readonly formatted?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** Where a reference came from. Offsets are UTF-16 code units into the source's text. */
export interface Origin {
  /** The id of the source, see `Source`. */
  readonly source: string;
  /** 0-based line of the entry in the file, when there is a file. */
  readonly line?: number;
  readonly start?: number;
  readonly end?: number;
}

/**
 * One thing a writer can cite. `item` may be a getter that decodes on first use, so a list of 50,000 costs nothing until looked
 * at; `content` identifies what it is decoded from: equal contents decode to equal items.
 */
export interface Reference {
  readonly key: string;
  readonly item: CslItem;
  readonly origin: Origin;
  /** Further keys that cite it: biblatex's `ids`. */
  readonly aliases?: readonly string[] | undefined;
  readonly content?: string | object;
  /** What indexing needs, without decoding the whole item; offered by readers of large files. */
  readonly brief?: ReferenceSummary;
  /** The entry in BibTeX as its `.bib` has it, with what it takes from elsewhere in that file filled in; absent for other files. */
  readonly bibtex?: string;
}

/** What indexing, grouping and telling works apart need of a reference. Readers of large files make out each field when it is asked for. */
export interface ReferenceSummary {
  readonly title: string;
  /** Display names, in order. */
  readonly authors: readonly string[];
  readonly firstFamily?: string | undefined;
  readonly year?: string | undefined;
  readonly venue?: string | undefined;
  readonly abstract?: string | undefined;
  /** What it states to be its language, as its file calls that: `ngerman`, `de-AT`, `Deutsch`. */
  readonly language?: string | undefined;
  readonly keywords?: readonly string[] | undefined;
  /** Those that no other work has: an ISBN is that of a book, not of its chapters. */
  readonly identifiers?: readonly Identifier[] | undefined;
  /** It came out on arXiv or its like only, as far as it says. */
  readonly isPreprint?: boolean | undefined;
  /** CSL's type, and that of its file where it has another name there: `paper-conference`, `inproceedings`. */
  readonly types?: readonly string[] | undefined;
  /** A file of it, mostly a PDF, is named. */
  readonly hasFile?: boolean | undefined;
  readonly hasNote?: boolean | undefined;
  /** When it was added to its library, as the program that did wrote it; comparable as text: `2024-05-31T10:00`. */
  readonly added?: string | undefined;
  /** What a reference manager has it under: JabRef's groups, Zotero's collections. */
  readonly collections?: readonly string[] | undefined;
}
