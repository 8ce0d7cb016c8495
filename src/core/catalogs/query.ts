import { pastedCitations } from '../bibliography/pastedCitations';
import { readBibliography } from '../bibliography/readBibliography';
import type { Identifier } from '../model/identifiers/identifier';
import { parseIdentifier } from '../model/identifiers/parseIdentifier';
import type { CslItem } from '../model/reference';
import { yearOf } from '../model/year';
import type { CatalogQuery } from './catalog';
import { type StatedWork, statedWorks } from './statedWorks';
import { listedReferences, plainReference } from './text/referenceText';

/** What kind of question a text is. */
export type QueryKind = CatalogQuery['kind'];

/** A question in a person's words, and what services are asked about it. */
export interface AskedQuery {
  readonly kind: QueryKind;
  /** What is looked up: of a reference that states its DOI the DOI. */
  readonly query: CatalogQuery;
  /** The works that a reference, or several of them, state by an identifier: `query` is the first. */
  readonly stated: readonly StatedWork[];
  /** Of a text that states works, the words besides their identifiers. */
  readonly words: string;
  /** Where a text lists several references without identifiers, each of them: `query` is the first. */
  readonly listed: readonly string[];
}

/** Whether a text is an identifier, an address, a reference as it stands in a bibliography, or words to search for. */
export function readQuery(text: string): AskedQuery {
  const trimmed = text.replace(/\s+/g, ' ').trim();
  const identifier = parseIdentifier(trimmed) ?? labelledNumber(trimmed);
  if (identifier) return asked(identifier);
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(trimmed)) {
    const url = /^www\./i.test(trimmed) ? `https://${trimmed}` : trimmed;
    return asked({ kind: 'url', id: url });
  }
  const { works, words } = statedWorks(text);
  if (works[0]) return { kind: 'reference', query: works[0].identifier, stated: works, words, listed: [] };
  const listed = entriesIn(text) ?? listedReferences(text).map(plainReference);
  if (listed.length > 1 && listed.every(isReference))
    return { ...asked({ kind: 'reference', id: listed[0]! }), listed };
  const [whole = ''] = listed.length === 1 ? listed : [plainReference(text)];
  return isReference(whole) ? asked({ kind: 'reference', id: whole }) : asked({ kind: 'words', id: trimmed });
}

function asked(query: CatalogQuery): AskedQuery {
  return { kind: query.kind, query, stated: [], words: '', listed: [] };
}

/** The entries that a text is, of BibTeX or another format, each as a reference reads in print. */
function entriesIn(text: string): string[] | undefined {
  const pasted = pastedCitations(text);
  return (
    pasted && readBibliography(pasted.text, pasted.format, '').references.map(({ item }) => inPrint(item))
  );
}

function inPrint(item: CslItem): string {
  const names = (item.author ?? item.editor ?? []).map(
    ({ family, given, literal }) => literal ?? [family, given].filter(Boolean).join(', '),
  );
  const { volume, issue, page, publisher } = item as Readonly<Record<string, unknown>>;
  const number = issue ? `${volume ?? ''}(${issue})` : (volume ?? '');
  const place = [item['container-title'], number, page, publisher].filter(Boolean).join(', ');
  return `${names.join('; ')} (${yearOf(item) ?? 'n.d.'}). ${item.title ?? ''}. ${place}`;
}

/** Whether a question is nothing but the identifier of a work. */
export function isIdentifierQuery(query: CatalogQuery): query is Identifier {
  return query.kind !== 'url' && query.kind !== 'reference' && query.kind !== 'words';
}

/** A number that its label says to be an identifier, though none like it was ever given: it is asked for, and nothing else in its place. */
function labelledNumber(text: string): Identifier | undefined {
  const arxiv = /^(?:arxiv[:\s]\s?)(\d{4}\.\d{4,5})(?:v\d+)?$/i.exec(text)?.[1];
  if (arxiv !== undefined) return { kind: 'arxiv', id: arxiv };
  const isbn = /^isbn(?:-?1[03])?[:\s]\s?((?:[\dx][- ]?){10,13})$/i.exec(text)?.[1]?.replace(/[- ]/g, '');
  return isbn?.length === 10 || isbn?.length === 13 ? { kind: 'isbn', id: isbn.toUpperCase() } : undefined;
}

/** Signs of a reference besides its year; two of them, or one in a long text, are enough. */
const signs: readonly RegExp[] = [
  // `Smith J,` `Roe, A.` `A. B. Smith and`
  /(?:^|[,;&]\s|\band\s)\p{Lu}[\p{L}'’-]+,?\s\p{Lu}{1,3}(?:\.|,|\b)|(?:^|\s)(?:\p{Lu}\.[ -]?){1,3}\s?\p{Lu}\p{L}+/u,
  /\bet al\b/i,
  // `12(3)`, `12:3`, `vol. 12`, `pp. 1–20`, `123–145`
  /\b\d{1,4}\s?\(\d{1,4}(?:[-–]\d+)?\)|\bvol(?:ume)?\.?\s?\d|\bpp?\.\s?\d|\b\d{1,5}[-–]\d{1,5}\b/i,
  /["“”«].{10,}["“”»]/,
  // Sentences: authors, title, place.
  /\p{L}{2,}\. \p{Lu}.*\p{L}{2,}\. \p{Lu}/u,
  /[.,]\s(?:In|in):?\s|\bProc(?:eedings|\.)|\bJournal\b|\bPress\b|\barXiv\b/,
  // `Foucault, Michel.` in front, `New York: Vintage, 1994`, the year at the end
  /^(?:\[?\d+[.\])]\s*)?\p{Lu}[\p{L}'’-]+,\s\p{Lu}[\p{L}.-]+(?:\s\p{Lu}\.)?[.,:;(&/]/u,
  /\p{Lu}\p{L}+(?:,\s\p{Lu}[\p{L}.]+)*:\s\p{Lu}[\p{L}\s&.'’-]+[,;]\s?(?:1[5-9]|20)\d\d/u,
  /[.,;]\s[^.,;]{0,60}(?:1[5-9]|20)\d\d[.)]?$/,
];

/** Signs that say enough alone: `2019;500(1):12`, `[J]`, `(2020).` between names and a title, `《…》…2012年`. */
const plainSigns: readonly RegExp[] = [
  /\b(?:1[5-9]|20)\d\d(?:\s\p{Lu}\p{Ll}{2})?;\s?\d+(?:\s?\([^()]+\))?:\s?\w+/u,
  /\[(?:J|M|C|D|R|N|S|P|EB)(?:\/(?:OL|CD))?\]/,
  /^.{3,}?\p{Lu}?[\p{L}.]\)?,?\s\((?:1[5-9]|20)\d\d[a-z]?\)[.:]\s\S.*\p{L}{2}[.?!]/u,
  /[《「『].+[》」』].*(?:1[5-9]|20)\d\d\s?年/u,
];

function isReference(text: string): boolean {
  if (!/(?<!\d)(?:1[5-9]|20)\d\d[a-z]?(?![\dA-Za-z])/.test(text) || text.length < 20) return false;
  if (plainSigns.some(sign => sign.test(text))) return true;
  return text.split(' ').length >= 6 && signs.filter(sign => sign.test(text)).length >= 2;
}
