import { identifierOfAddress } from './address';
import { arxivIdentifier, arxivIdSource } from './arxiv';
import { canonicalDoi, doiIdentifier, isUnmistakableDoi } from './doi';
import type { FoundIdentifier, Identifier } from './identifier';
import { isbnIdentifier, isGroupedAsIsbn } from './isbn';
import { pmcidIdentifier, pmidIdentifier } from './pubmed';
import { tokenEnd } from './tokenEnd';

/** What stands from a match on, and where what was looked at ends: nothing before `end` is looked at again. */
interface Reading {
  readonly identifier: Identifier | undefined;
  readonly end: number;
}

interface Pattern {
  readonly expression: RegExp;
  read(match: RegExpExecArray, text: string): Reading;
}

const arxivId = `(?<id>${arxivIdSource})(?![\\w])`;
/** Between a label and what it names; shops write marks for the direction of text there. */
const after = '[:：=\\s#\\u200e\\u200f]';
const separators = '[ \\-‐‑‒–]?';

/** From the surest spelling to the barest; what one has taken is not looked at again. */
const patterns: readonly Pattern[] = [
  {
    expression: /(?<![\w@.-])(?:https?:\/\/|www\.|(?:dx\.)?doi\.org\/|arxiv\.org\/)/gi,
    read: readAddress,
  },
  {
    expression:
      /(?<![\w.\-+])(?:(?:urn:|info:)?doi\b[ \t]*(?:[:：=]|\(DOI\))?[:\s/]{0,3}|doi(?=10\.))?(?=10\.\d{4,9}(?:\.\d{1,9}){0,4}(?:\/|%2f))/gi,
    read: readDoi,
  },
  {
    expression: new RegExp(
      `(?<![\\w.\\-+/])(?:urn:)?(?:oai:arXiv\\.org:|(?:(?:arxiv|e-?print|corr)(?:\\s+(?:e-?print|preprint|id|identifier))?[:：./,#\\s]{0,3}){1,2}(?:abs/)?)${arxivId}(?:\\s?\\[[a-z-]+(?:\\.[a-z-]{2,11})?\\])?`,
      'gi',
    ),
    read: match => taken(arxivIdentifier(match.groups!.id!), match),
  },
  {
    // As ADS names papers of arXiv: `2023arXiv230600629S`.
    expression: /(?<![\w.\-+/@])\d{4}arXiv(?<month>\d{4})\.?(?<number>\d{4,5})[A-Z](?!\w)/g,
    read: match => taken(arxivIdentifier(`${match.groups!.month}.${match.groups!.number}`), match),
  },
  { expression: new RegExp(`(?<![\\w.\\-+/@])${arxivId}(?![.,\\-/]\\d)`, 'gi'), read: readBareArxiv },
  {
    expression: new RegExp(
      `(?<![\\w.-])PMC[ \\t]?ID\\b${after}{0,3}(?<id>(?:PMC)?[1-9]\\d{0,8}(?:\\.\\d{1,2})?)(?![\\w-])`,
      'gi',
    ),
    read: match => taken(pmcidIdentifier(match.groups!.id!), match),
  },
  {
    expression: /(?<![\w.-])PMC(?:[ \t](?=\d{6}))?(?<id>[1-9]\d{3,8}(?:\.\d{1,2})?)(?![\w-])/gi,
    read: match => taken(pmcidIdentifier(match.groups!.id!), match),
  },
  {
    expression: new RegExp(
      `(?<![\\w.-])(?:info:)?(?:(?:PubMed[ \\t]?)?PMID|PubMed(?:[ \\t]?ID)?)(?:${after}|/){0,3}(?<id>[1-9]\\d{0,7})(?![\\w-]|\\.\\d)(?:\\s\\[PubMed[^\\]\\n]{0,40}\\])?`,
      'gi',
    ),
    read: match => taken(pmidIdentifier(match.groups!.id!), match),
  },
  {
    expression: new RegExp(
      `(?<![\\w.-])(?:urn:)?(?:e-?|p-?)?ISBN(?:[-‐‑ ]?1[03])?(?:[ \\t]*\\((?:1[03]|[a-z. -]{2,20})\\))?${after}{0,5}(?<id>(?:\\d${separators}){9}(?:(?:\\d${separators}){3}\\d|[\\dx]))(?![\\w])`,
      'gi',
    ),
    read: match => taken(isbnIdentifier(match.groups!.id!), match),
  },
  {
    expression: new RegExp(
      `(?<![\\w.+/(-])(?<id>(?:97[89]${separators})?(?:\\d${separators}){9}[\\dx])(?![\\w]|[-/.]\\d)`,
      'gi',
    ),
    read: match =>
      taken(isGroupedAsIsbn(match.groups!.id!) ? isbnIdentifier(match.groups!.id!) : undefined, match),
  },
];

/**
 * Every identifier in a text, in its order, none overlapping another: labelled, as an address, or bare where nothing else is written so.
 * Dates, versions, page ranges, telephone numbers and bare numbers are none.
 */
export function findIdentifiers(text: string): FoundIdentifier[] {
  const found: FoundIdentifier[] = [];
  let rest = text;
  for (const { expression, read } of patterns) {
    const spans: { start: number; end: number }[] = [];
    expression.lastIndex = 0;
    for (let match = expression.exec(rest); match; match = expression.exec(rest)) {
      const { identifier, end } = read(match, rest);
      if (identifier) found.push({ ...identifier, start: match.index, end });
      if (end > match.index) spans.push({ start: match.index, end });
      expression.lastIndex = Math.max(end, match.index + match[0].length, match.index + 1);
    }
    rest = blanked(rest, spans);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The text with its spans, given in order, as blank lines. */
function blanked(text: string, spans: readonly { start: number; end: number }[]): string {
  let result = '';
  let from = 0;
  for (const { start, end } of spans) {
    result += text.slice(from, start) + '\n'.repeat(end - start);
    from = end;
  }
  return from ? result + text.slice(from) : text;
}

function taken(identifier: Identifier | undefined, match: RegExpExecArray): Reading {
  return { identifier, end: identifier ? match.index + match[0].length : 0 };
}

/** Numbers within an address that carries no identifier are none either. */
function readAddress(match: RegExpExecArray, text: string): Reading {
  const end = tokenEnd(text, match.index);
  return { identifier: identifierOfAddress(text.slice(match.index, end)), end };
}

function readDoi(match: RegExpExecArray, text: string): Reading {
  const start = match.index + match[0].length;
  const end = tokenEnd(text, start);
  const doi = canonicalDoi(text.slice(start, end));
  const sure = doi && (match[0] !== '' || isUnmistakableDoi(doi));
  return { identifier: sure ? doiIdentifier(doi, arxivIdentifier) : undefined, end };
}

/** A new identifier of four digits behind the point, bare and without version, is as likely a decimal number. */
function readBareArxiv(match: RegExpExecArray): Reading {
  const identifier = arxivIdentifier(match.groups!.id!);
  const sure =
    identifier &&
    (identifier.id.includes('/') || identifier.id.length > 9 || identifier.version !== undefined);
  return taken(sure ? identifier : undefined, match);
}
