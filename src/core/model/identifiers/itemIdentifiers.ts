import { findIdentifiers } from './findIdentifiers';
import { type Identifier, type IdentifierKind, sameIdentifier, withoutPlace } from './identifier';
import { parseIdentifier } from './parseIdentifier';

/** The fields of an item that hold its own identifiers; any object of CSL's variables will do. */
interface IdentifiedItem {
  readonly DOI?: unknown;
  readonly URL?: unknown;
  readonly ISBN?: unknown;
  readonly PMID?: unknown;
  readonly PMCID?: unknown;
  readonly number?: unknown;
  readonly note?: unknown;
  readonly archive?: unknown;
  readonly archive_location?: unknown;
  readonly publisher?: unknown;
  readonly 'container-title'?: unknown;
  readonly custom?: { readonly arxiv?: unknown };
  readonly [field: string]: unknown;
}

/**
 * All identifiers that an item carries as its own, each once, the surest fields first. What its note says about other works does
 * not count: only a line that is nothing but an identifier.
 */
export function itemIdentifiers(item: IdentifiedItem): Identifier[] {
  const found: Identifier[] = [];
  const add = (identifier: Identifier | undefined) => {
    if (identifier && !found.some(other => sameIdentifier(other, identifier))) found.push(identifier);
  };
  // Web of Science writes article numbers before the DOI: `Artn 114306 10.1063/1.4767456`.
  const doi = text(item.DOI);
  // As nearly all are written: nothing has to be looked for.
  if (plainDoi.test(doi)) add({ kind: 'doi', id: doi.toLowerCase() });
  else
    for (const identifier of findIdentifiers(doi))
      if (identifier.end >= text(item.DOI).trimEnd().length) add(withoutPlace(identifier));
  add(labelled('arxiv', text(item.custom?.arxiv)));
  add(labelled('pmid', text(item.PMID)));
  add(labelled('pmcid', text(item.PMCID)));
  for (const isbn of text(item.ISBN).split(/[,;/]|\s{2,}|\s(?=97[89])/)) add(labelled('isbn', isbn));
  const url = text(item.URL);
  // An address with the DOI known already says nothing more, but on arXiv and PubMed.
  if (url && !(found.length && (plainAddress.test(url) || isAddressOf(doi, url))))
    add(ofKind(url, 'arxiv', 'doi', 'pmid', 'pmcid', 'isbn'));
  if (isArxiv(item.archive) || isArxiv(item.publisher)) {
    add(labelled('arxiv', text(item.archive_location)));
    add(labelled('arxiv', text(item.number)));
  }
  const number = text(item.number);
  if (number.length >= shortestArxiv) add(ofKind(number, 'arxiv'));
  const container = text(item['container-title']);
  // Every arXiv id has so many digits in a row, and most names of journals have none.
  if (/\d{4}/.test(container))
    for (const identifier of findIdentifiers(container))
      if (identifier.kind === 'arxiv') add(withoutPlace(identifier));
  const note = text(item.note);
  if (/\d/.test(note)) for (const line of note.split(/[\r\n]+/)) add(parseIdentifier(line));
  return found;
}

/** A DOI and nothing else; arXiv's own (10.48550) are none. */
const plainDoi = /^10\.(?!48550\/)\d{4,9}\/[A-Za-z\d][\w.()-]{0,98}[A-Za-z\d]$/;
/** An address that holds no other identifier than a DOI can be. */
const plainAddress = /^https?:\/\/(?!\S*(?:arxiv|pubmed|ncbi|pmc|isbn|10\.\d{4}|papers|abs|97[89]))\S+$/i;

/** `0704.0001` is the shortest. */
const shortestArxiv = 9;

/** Whether it is `https://doi.org/` with this DOI behind it. */
function isAddressOf(doi: string, url: string): boolean {
  return url.endsWith(doi) && /^https?:\/\/(?:dx\.)?doi\.org\/$/.test(url.slice(0, url.length - doi.length));
}

/** The item's identifier of one kind in canonical form; arXiv's own DOIs count as its arXiv id. */
export function itemIdentifier(item: IdentifiedItem, kind: IdentifierKind): string | undefined {
  return itemIdentifiers(item).find(identifier => identifier.kind === kind)?.id;
}

/** The arXiv identifier without version, from wherever an item carries it: `2306.00629`, `hep-th/9901001`. */
export function arxivOf(item: IdentifiedItem): string | undefined {
  return itemIdentifier(item, 'arxiv');
}

/** The DOI alone, in the case in which it is written, arXiv's own too; `undefined` when the field holds something else. */
export function doiOf(item: IdentifiedItem): string | undefined {
  return /(?:^|\s|^https?:\/\/(?:dx\.)?doi\.org\/|doi:)(10\.\d{4,9}\/\S{1,300})$/i.exec(
    text(item.DOI).trim(),
  )?.[1];
}

/** The value of a field that holds identifiers of one kind, with or without their label. */
function labelled(kind: IdentifierKind, value: string): Identifier | undefined {
  const trimmed = value.trim();
  return trimmed ? (ofKind(trimmed, kind) ?? ofKind(`${kind}:${trimmed}`, kind)) : undefined;
}

function ofKind(value: string, ...kinds: IdentifierKind[]): Identifier | undefined {
  const identifier = parseIdentifier(value);
  return identifier && kinds.includes(identifier.kind) ? identifier : undefined;
}

function isArxiv(value: unknown): boolean {
  return /^\s*arxiv(?:\.org)?\s*$/i.test(text(value));
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
