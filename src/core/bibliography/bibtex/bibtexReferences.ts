import type { Brief } from '../../library/brief';
import type { CslItem, Reference } from '../../reference';
import { yearOf } from '../../year';
import { plainTex } from '../tex/readTex';
import type { BibtexFile, EntryFields } from './bibtexFile';
import { arxivId, cslItem, dateOf, identifier } from './cslItem';
import { readNames } from './nameList';
import type { ScannedEntry } from './scanBibtex';

/** An entry of a BibTeX file as a reference: nothing of it is decoded before it is asked for. */
export class BibtexReference implements Reference {
  private decoded: CslItem | undefined;

  constructor(
    private readonly file: BibtexFile,
    private readonly entry: ScannedEntry,
    private readonly source: string,
  ) {}

  get key(): string {
    return this.entry.key;
  }

  get origin() {
    const { line, start, end } = this.entry;
    return { source: this.source, line, start, end };
  }

  get content(): string {
    return this.file.contentOf(this.entry);
  }

  get item(): CslItem {
    this.decoded ??= cslItem(this.entry.key, this.entry.type, this.file.fieldsOf(this.entry));
    return this.decoded;
  }

  /** Takes what an equal entry was decoded to. */
  adopt(earlier: BibtexReference): void {
    this.decoded ??= earlier.decoded;
  }

  get isDecoded(): boolean {
    return this.decoded !== undefined;
  }

  get brief(): Brief {
    return briefOfFields(this.entry.type, this.file.fieldsOf(this.entry));
  }
}

const venueFields = ['maintitle', 'booktitle', 'journaltitle', 'journal'];

function briefOfFields(type: string, fields: EntryFields): Brief {
  const { names } = readNames(fields.get('author') ?? fields.get('editor') ?? '');
  const year = yearOf({ id: '', type, ...issued(fields) });
  const venue =
    first(fields, type === 'book' || type === 'mvbook' ? ['journal'] : venueFields) ?? publisherOf(fields);
  const family = names[0]?.family ?? names[0]?.literal;
  const abstract = fields.get('abstract');
  const keywords = fields.get('keywords');
  const doi = identifier(fields.get('doi'));
  const archive = (fields.get('eprinttype') ?? fields.get('archiveprefix') ?? '').trim().toLowerCase();
  const arxiv = arxivId(identifier(fields.get('eprint')), archive);
  return {
    title: titleOf(type, fields),
    authors: names.map(
      name =>
        name.literal ??
        [name.given, name['dropping-particle'], name['non-dropping-particle'], name.family]
          .filter(Boolean)
          .join(' '),
    ),
    ...(family ? { firstFamily: family } : {}),
    ...(year ? { year } : {}),
    ...(venue ? { venue } : {}),
    ...(abstract ? { abstract: plainTex(abstract) } : {}),
    ...(keywords
      ? {
          keywords: plainTex(keywords)
            .split(/\s*[,;]\s*/)
            .filter(Boolean),
        }
      : {}),
    ...(doi ? { doi: doi.toLowerCase() } : {}),
    ...(arxiv ? { arxiv } : {}),
  };
}

function issued(fields: EntryFields) {
  const date = dateOf(fields);
  return date ? { issued: date } : {};
}

function titleOf(type: string, fields: EntryFields): string {
  const prefix = type === 'periodical' && fields.get('issuetitle') !== undefined ? 'issue' : '';
  const title = plainTex(fields.get(`${prefix}title`) ?? '');
  const subtitle = fields.get(`${prefix}subtitle`);
  return subtitle === undefined
    ? title
    : `${title}${/[!?.,:;]$/.test(title) ? '' : ':'} ${plainTex(subtitle)}`;
}

function publisherOf(fields: EntryFields): string | undefined {
  return first(fields, ['eventtitle', 'school', 'institution', 'organization', 'howpublished', 'publisher']);
}

function first(fields: EntryFields, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = fields.get(name);
    if (value) return plainTex(value);
  }
  return undefined;
}
