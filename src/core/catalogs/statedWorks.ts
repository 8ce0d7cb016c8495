import { findIdentifiers } from '../model/identifiers/findIdentifiers';
import {
  type FoundIdentifier,
  type Identifier,
  sameIdentifier,
  withoutPlace,
} from '../model/identifiers/identifier';
import { parseIdentifier } from '../model/identifiers/parseIdentifier';

/** A work that a text names by an identifier among other words. */
export interface StatedWork {
  readonly identifier: Identifier;
  /** The DOI as it goes on behind a blank or line break that may have come into it. */
  readonly longer?: Identifier | undefined;
}

/** What a text states: of each reference in it the surest identifier, and its words without any. */
export interface Stated {
  readonly works: readonly StatedWork[];
  readonly words: string;
}

/** Which identifier names a work where several of it are stated. */
const surestFirst = ['doi', 'arxiv', 'pmid', 'pmcid', 'isbn'] as const;

/** More works of one text are not looked up at once. */
const mostWorks = 50;

/** Numbers of one book, of its editions in print and on screen, stand no more characters apart than this. */
const betweenEditions = 25;

/** A part of a book has the book's number. */
const partOfBook = /[.,;?!”"]\s(?:In|in):?\s|\bIn:\s|\b(?:pp|pages)\b\.?\s?\d|\bchap(?:ter|\.)/;

/** Behind the slash of a DOI nothing else can follow than the rest of it, and behind its label and `10.` no blank. */
const broken =
  /(?<=\b10\.\d{4,9}(?:\.\d{1,9}){0,4}\/)\s+(?=\S)|(?<=\bdoi(?:\.org\/|[:.]?\s?)10\.)\s+(?=\d{4,9}\/)/gi;
/** Marks that nobody sees, and a hyphen with the line that it ends. */
const unseen = /\u00ad\s*|[\u200b\u200e\u200f\ufeff]/g;
/** `PubMed 2020`: the year of what is looked for. */
const year = /^(?:1[5-9]|20)\d\d$/;

export function statedWorks(text: string): Stated {
  const whole = text.replace(unseen, '').replace(broken, '');
  const found = findIdentifiers(whole).filter(({ kind, id }) => kind !== 'pmid' || !year.test(id));
  const kind = surestFirst.find(one => found.some(other => other.kind === one));
  const ofKind = found.filter(one => one.kind === kind);
  const works: StatedWork[] = [];
  for (const [at, one] of ofKind.entries()) {
    if (works.length === mostWorks) break;
    if (works.some(({ identifier }) => sameIdentifier(identifier, one))) continue;
    const before = ofKind[at - 1];
    if (kind === 'isbn' && before && one.start - before.end < betweenEditions) continue;
    works.push({ identifier: withoutPlace(one), longer: longer(whole, one) });
  }
  const words = withoutSpans(whole, found);
  return { works: kind === 'isbn' && partOfBook.test(words) ? [] : works, words };
}

/** `10.1000/riv-` before `er.2020.1`: where a line ends, or a character does not belong at the end, and a number follows. */
function longer(text: string, { kind, id, end }: FoundIdentifier): Identifier | undefined {
  const rest =
    kind === 'doi' ? /^([-_./:(]*)(\s+)([^\s,;]*\d[^\s,;]*)/.exec(text.slice(end, end + 300)) : null;
  if (!rest) return undefined;
  const [, marks = '', blank = '', next = ''] = rest;
  if (!marks && !/[-_/(]$/.test(id) && !/[\r\n]/.test(blank)) return undefined;
  if (/^(?:10\.\d|doi|https?:|arxiv|pmid|pmc|isbn)/i.test(next)) return undefined;
  const joined = parseIdentifier(`doi:${id}${marks}${next}`);
  return joined?.kind === 'doi' ? joined : undefined;
}

function withoutSpans(text: string, spans: readonly { start: number; end: number }[]): string {
  let words = '';
  let from = 0;
  for (const { start, end } of spans) {
    words += `${text.slice(from, start)} `;
    from = end;
  }
  return words + text.slice(from);
}
