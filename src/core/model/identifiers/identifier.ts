/** What kinds of identifiers a work can be looked up by. */
export type IdentifierKind = 'doi' | 'arxiv' | 'pmid' | 'pmcid' | 'isbn';

/**
 * One work's identifier in its one canonical form, however it was written:
 * a DOI in lower case without resolver, an arXiv id without version and subject class (`hep-th/9901001`),
 * a PMID as its digits, a PMCID as `PMC` and digits, an ISBN as 13 digits.
 */
export interface Identifier {
  readonly kind: IdentifierKind;
  readonly id: string;
  /** The version of an arXiv paper, when one was written: `2306.00629v2`. */
  readonly version?: number;
}

/** An identifier in a text; offsets are UTF-16 code units and include a label or address around it. */
export interface FoundIdentifier extends Identifier {
  readonly start: number;
  readonly end: number;
}

/** The identifier without its place in a text. */
export function withoutPlace({ start: _start, end: _end, ...identifier }: FoundIdentifier): Identifier {
  return identifier;
}

/** Whether both name the same work; versions of one paper are one work. */
export function sameIdentifier(a: Identifier, b: Identifier): boolean {
  return a.kind === b.kind && a.id === b.id;
}

const labels: Readonly<Record<IdentifierKind, string>> = {
  doi: '',
  arxiv: 'arXiv:',
  pmid: 'PMID:',
  pmcid: '',
  isbn: 'ISBN ',
};

/** As people write it: `10.1145/3292500`, `arXiv:2306.00629v2`, `PMID:31452104`, `PMC1234567`, `ISBN 9780262033848`. */
export function identifierLabel(identifier: Identifier): string {
  const version = identifier.version ? `v${identifier.version}` : '';
  return labels[identifier.kind] + identifier.id + version;
}

/** The web address of the work; an ISBN has none of its own. */
export function identifierUrl({ kind, id, version }: Identifier): string | undefined {
  switch (kind) {
    case 'doi':
      return `https://doi.org/${encodeURI(id).replace(/[?#]/g, encodeURIComponent)}`;
    case 'arxiv':
      return `https://arxiv.org/abs/${id}${version ? `v${version}` : ''}`;
    case 'pmid':
      return `https://pubmed.ncbi.nlm.nih.gov/${id}/`;
    case 'pmcid':
      return `https://pmc.ncbi.nlm.nih.gov/articles/${id}/`;
    case 'isbn':
      return undefined;
  }
}
