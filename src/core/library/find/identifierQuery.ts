import { findIdentifiers } from '../../model/identifiers/findIdentifiers';
import { type Identifier, withoutPlace } from '../../model/identifiers/identifier';
import { parseIdentifier } from '../../model/identifiers/parseIdentifier';
import { comparableUrl, decoded, isSiteNumber } from './comparableUrl';

/** What a query that is an identifier or an address asks for. */
export interface IdentifierQuery {
  /** The work with this identifier. */
  readonly exact?: Identifier;
  /** Half typed: the work whose identifier begins so, as `kind:id`. */
  readonly beginning?: string;
  /** The work with this address, as `comparableUrl` writes it. */
  readonly url?: string;
  /** It may be a plain number, which is searched as words where no work has it. */
  readonly isNumber?: boolean;
}

const label = /^(doi|arxiv|eprint|pmid|pmcid|isbn|url)\s*[:=]\s*(?=\S)/i;
const resolver = /^(?:https?:\/\/)?(?:(?:dx\.)?doi\.org|arxiv\.org\/(?:abs|pdf))\//i;
const address = /^(?:https?:\/\/|www\.)\S+$|^[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}\/\S+$/i;

/** Links of Markdown, LaTeX, Typst and HTML, of which only the target counts. */
const links: readonly RegExp[] = [
  /^!?\[[^\]]*\]\(<?([^\s<>]+?)>?(?:\s+"[^"]*")?\)$/,
  /^\\(?:url|doi|path|href)\s*\{([^{}]*)\}(?:\{[^{}]*\})?$/,
  /^#?link\("([^"]*)"\)(?:\[[^\]]*\])?$/,
  /^<a\s[^<>]*href\s*=\s*["']([^"']*)["'][^<>]*>[^<>]*<\/a>$/i,
];

function withoutLink(text: string): string {
  for (const link of links) {
    const target = link.exec(text)?.[1];
    if (target) return target;
  }
  return text;
}

/** Reads a query that is an identifier or an address as a whole, in any spelling, or the beginning of one; `undefined` for any other. */
export function identifierQuery(typed: string): IdentifierQuery | undefined {
  if (typed.length > 2000) return undefined;
  const whole = withoutLink(typed.trim().replace(/^["“](.*)["”]$/, '$1'));
  if (!whole) return undefined;
  const name = label.exec(whole)?.[1]?.toLowerCase().replace('eprint', 'arxiv');
  const value = whole
    .replace(label, '')
    .replace(/^["“](.*?)["”]?$/, '$1')
    // Which edition a book's number is of.
    .replace(name === 'isbn' ? /\s*\([^()]*\)$/ : '', '')
    .trim();
  const exact =
    parseIdentifier(whole) ??
    parseIdentifier(value) ??
    (name && parseIdentifier(`${name}:${value}`)) ??
    undefined;
  const beginning = beginningOf(name, value);
  if (exact || beginning)
    return {
      ...(exact ? { exact } : {}),
      ...(beginning ? { beginning } : {}),
      ...(address.test(value) ? { url: comparableUrl(value) } : {}),
    };
  if (address.test(value) || name === 'url' || isSiteNumber(value)) return { url: comparableUrl(value) };
  if (/^[1-9]\d{6,7}$/.test(value)) return { exact: { kind: 'pmid', id: value }, isNumber: true };
  // A registrant's number alone begins the DOIs of thousands.
  if (/^10\.[\d.]*$/.test(value.replace(resolver, ''))) return {};
  return name && /^\S+$/.test(value) ? { beginning: `${name}:${value.toLowerCase()}` } : undefined;
}

/** What may be the beginning of a DOI, an arXiv id, an ISBN or a PMCID, as `kind:id`. */
function beginningOf(name: string | undefined, value: string): string | undefined {
  const bare = value.replace(resolver, '').toLowerCase();
  const arxiv =
    /^(?:10\.48550\/)?arxiv[.:]\s*(\S*)$/.exec(bare)?.[1] ?? (name === 'arxiv' ? bare : undefined);
  if (arxiv !== undefined) return `arxiv:${arxiv.replace(/v\d*$|\.pdf$/, '')}`;
  if (/^10\.\d{0,9}(?:\.\d{1,9})*\/\S*$/.test(bare)) return `doi:${decoded(bare)}`;
  if (/^\d{4}\.\d{2,5}$/.test(bare)) return `arxiv:${bare}`;
  if (/^pmc\d+$/.test(bare)) return `pmcid:${bare.toUpperCase()}`;
  const digits = bare.replace(/[\s-]/g, '');
  if (/^97[89]\d*$/.test(digits) && (name === 'isbn' || digits.length > 4)) return `isbn:${digits}`;
  return undefined;
}

/** The identifiers that a sentence names, and what is left of it. */
export function identifiersWithin(sentence: string): {
  readonly identifiers: readonly Identifier[];
  readonly rest: string;
} {
  if (!/\d/.test(sentence)) return { identifiers: [], rest: sentence };
  const found = findIdentifiers(sentence);
  let rest = '';
  let from = 0;
  for (const { start, end } of found) {
    rest += `${sentence.slice(from, start)} `;
    from = end;
  }
  return { identifiers: found.map(withoutPlace), rest: rest + sentence.slice(from) };
}
