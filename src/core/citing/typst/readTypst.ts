import type { Citation, DeclaredBibliography, DocumentCitations } from '../citation';
import { type TemplateUse, templateUse } from './packageTemplates';
import { decidesByTarget } from './resolvingRules';
import { TypstReader } from './typstReader';

/** What one Typst file says about citing, and about what else references may mean. */
export interface TypstDocument extends DocumentCitations {
  readonly language: 'typst';
  readonly labels: ReadonlySet<string>;
  /** Files that are taken in or imported, as written; packages are none. */
  readonly inclusions: readonly string[];
  /** Those of them whose names are put together by its code. */
  readonly computedInclusions: readonly string[];
  /** What its code calls by name, which packages for glossaries and the like resolve. */
  readonly names: ReadonlySet<string>;
  readonly resolvesNames: boolean;
  /** A package resolves references to lines of what has a label. */
  readonly numbersLines: boolean;
  /** Strings of which its functions may make labels. */
  readonly possibleLabels: ReadonlySet<string>;
  /** What labels begin with whose rest is put together. */
  readonly labelPrefixes: ReadonlySet<string>;
  /** Files of references that are named for code that lists them. */
  readonly namedBibliographies: readonly DeclaredBibliography[];
  /** The templates it hands everything to. */
  readonly templateUse: TemplateUse;
  /** Code tells which files the list of references is made of. */
  readonly listsComputed: boolean;
  /** A file or what a reference means is put together by code, and is not known here. */
  readonly isComputed: boolean;
}

/**
 * The citations of a Typst document, `@key` and `#cite(<key>)`, and its `#bibliography`. Typst writes references to its own labels in the
 * same way: those are marked as cross-references where the label is in this document; elsewhere its other files and a bibliography can tell.
 */
export function readTypst(text: string): TypstDocument {
  const reader = new TypstReader(text);
  reader.read();
  const { citations, labels, isComputed, ...found } = reader.found;
  return {
    ...found,
    language: 'typst',
    citations: citations
      .map(citation => withCrossReferences(citation, labels))
      .sort((a, b) => a.start - b.start || b.end - a.end),
    definedKeys: [],
    labels,
    templateUse: templateUse(text),
    isComputed: isComputed || decidesByTarget(text),
  };
}

function withCrossReferences(citation: Citation, labels: ReadonlySet<string>): Citation {
  const keys = citation.keys.map(key => (labels.has(key.key) ? { ...key, crossReference: true } : key));
  return { ...citation, keys };
}
