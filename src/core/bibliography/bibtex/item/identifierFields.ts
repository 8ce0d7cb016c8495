import { findIdentifiers } from '../../../model/identifiers/findIdentifiers';
import { parseIdentifier } from '../../../model/identifiers/parseIdentifier';
import { tableOf } from '../../../util/collections/tableOf';
import { plainTex } from '../../tex/plainTex';
import { unescapeTex } from '../../tex/unescapeTex';

/** A field's value by its name, in TeX. */
type GetField = (name: string) => string | undefined;

/** What an entry's fields say of identifiers, by the names that CSL has for them. */
export interface IdentifierFields {
  readonly DOI?: string;
  readonly URL?: string;
  readonly ISBN?: string;
  readonly ISSN?: string;
  readonly PMID?: string;
  readonly PMCID?: string;
  /** Without its version. */
  readonly arxiv?: string;
}

/** Archives of `eprint` (biblatex manual § 3.14.7, and names that programs write), and where their addresses begin. */
const eprintAddresses: Readonly<Record<string, string>> = tableOf({
  arxiv: 'https://arxiv.org/abs/',
  jstor: 'https://www.jstor.org/stable/',
  pubmed: 'https://www.ncbi.nlm.nih.gov/pubmed/',
  googlebooks: 'https://books.google.com?id=',
});

/** The identifiers of an entry, from whichever field the program that wrote it puts them into. */
export function identifierFields(get: GetField): IdentifierFields {
  const eprint = address(get('eprint'));
  const archive = (get('eprinttype') ?? get('archiveprefix') ?? '').trim().toLowerCase();
  const ofEprint = eprint && eprintAddresses[archive];
  const DOI = address(get('doi'));
  // No address has blanks: where its field breaks its lines, the address goes on.
  const URL = onOneLine(address(get('url'))) ?? (ofEprint ? ofEprint + eprint : undefined);
  const PMID = get('pmid')?.trim() || (archive === 'pubmed' ? eprint : undefined);
  return {
    ...optional('DOI', DOI),
    ...optional('URL', URL),
    ...optional('ISBN', get('isbn')?.trim()),
    ...optional('ISSN', get('issn')?.trim()),
    ...optional('PMID', PMID),
    ...optional('PMCID', get('pmcid')?.trim()),
    ...optional('arxiv', arxivOfEprint(eprint, archive) ?? arxivElsewhere(get, DOI, URL)),
  };
}

function optional(name: keyof IdentifierFields, value: string | undefined): IdentifierFields {
  return value ? { [name]: value } : {};
}

/** `eprint` where the archive is arXiv, or none is named. */
function arxivOfEprint(eprint: string | undefined, archive: string): string | undefined {
  if (!eprint || (archive !== 'arxiv' && archive !== '' && !/^arxiv/i.test(eprint))) return undefined;
  return arxiv(eprint);
}

/** Fields of their own, then those into which programs write it beside other things. */
const ownFields = ['arxiv', 'arxivid', 'arxiv_id', 'arxivnumber', 'arxivurl'];
const sharedFields = [
  'howpublished',
  'journal',
  'journaltitle',
  'number',
  'eid',
  'publisher',
  'pages',
  'note',
  'archive',
];

function arxivElsewhere(get: GetField, doi: string | undefined, url: string | undefined): string | undefined {
  for (const name of ownFields) {
    const id = arxiv(get(name));
    if (id) return id;
  }
  for (const value of [doi, url])
    if (value && /arxiv/i.test(value)) {
      const id = arxiv(value);
      if (id) return id;
    }
  // DBLP: `journal = {CoRR}, volume = {abs/2306.00629}`.
  const volume = get('volume');
  const ofDblp = volume && /^\s*abs\/(\S+)\s*$/.exec(volume)?.[1];
  if (ofDblp) return arxiv(ofDblp);
  for (const name of sharedFields) {
    const value = get(name);
    if (!value || !/arxiv/i.test(value)) continue;
    const text = plainTex(value);
    // A note may speak of another work.
    const found =
      name === 'note' ? parseIdentifier(text) : findIdentifiers(text).find(({ kind }) => kind === 'arxiv');
    if (found?.kind === 'arxiv') return found.id;
  }
  return undefined;
}

function arxiv(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const identifier = parseIdentifier(plainTex(value).replace(/\s*\[[\w.-]+\]$/, ''));
  return identifier?.kind === 'arxiv' ? identifier.id : undefined;
}

/** An address or identifier without TeX's escapes and `\url`. */
function address(field: string | undefined): string | undefined {
  if (field === undefined) return undefined;
  const trimmed = field.trim();
  if (!/[\\{\r]/.test(trimmed)) return trimmed || undefined;
  const text = trimmed.replace(/\r\n?/g, '\n');
  const bare = /^\\(?:url|path|nolinkurl|href)\s*\{([^{}]*)\}/.exec(text)?.[1] ?? text;
  return (
    unescapeTex(bare)
      .replace(/^\{([^{}]*)\}$/, '$1')
      .trim() || undefined
  );
}

function onOneLine(address: string | undefined): string | undefined {
  return address
    ?.split('\n')
    .map(line => line.trim())
    .join('');
}
