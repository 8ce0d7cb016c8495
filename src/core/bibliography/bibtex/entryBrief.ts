import type { Identifier } from '../../model/identifiers/identifier';
import type { Name } from '../../model/reference';
import { isPreprint, ownIdentifiers, type ReferenceSummary } from '../../model/referenceSummary';
import { yearOf } from '../../model/year';
import { detachString } from '../../util/detachString';
import type { EntryFields } from './bibtexFile';
import { dateOf } from './cslItem';
import { identifierFields } from './identifierFields';
import { chapterTypes, itemType } from './itemType';
import { readNames } from './nameList';

const publisherFields = ['eventtitle', 'school', 'institution', 'organization', 'howpublished', 'publisher'];

/** What indexing needs of an entry: the same texts as its CSL item has, each read when it is asked for. */
export class EntryBrief implements ReferenceSummary {
  private knownTitle: string | undefined;
  private knownNames: readonly Name[] | undefined;
  private knownIdentifiers: readonly Identifier[] | undefined;

  constructor(
    private readonly type: string,
    private readonly fields: EntryFields,
  ) {}

  get title(): string {
    this.knownTitle ??= detachString(titleOf(this.type, this.fields));
    return this.knownTitle;
  }

  get authors(): readonly string[] {
    return this.names.map(displayName);
  }

  get firstFamily(): string | undefined {
    const [first] = this.names;
    return first && (first.family || first.literal || undefined);
  }

  get year(): string | undefined {
    const plain = this.fields.get('date') === undefined ? plainYear(this.fields.get('year')) : undefined;
    if (plain !== undefined) return plain;
    const date = dateOf(this.fields);
    return date && yearOf({ id: '', type: this.type, issued: date });
  }

  get venue(): string | undefined {
    const venue = venueOf(this.type, this.fields);
    return venue ? detachString(venue) : undefined;
  }

  get abstract(): string | undefined {
    const abstract = this.fields.plain('abstract');
    return abstract ? detachString(abstract) : undefined;
  }

  get keywords(): readonly string[] | undefined {
    return this.fields
      .plain('keywords')
      ?.split(/[,;]/)
      .map(word => detachString(word.trim()))
      .filter(Boolean);
  }

  get identifiers(): readonly Identifier[] | undefined {
    return this.identified.length ? this.identified : undefined;
  }

  get isPreprint(): boolean | undefined {
    const container = this.fields.plain('journaltitle') ?? this.fields.plain('journal') ?? this.fields.plain('booktitle');
    return isPreprint(this.identified, container) || undefined;
  }

  /** By the fields of the entry itself: what it inherits is its container's. */
  private get identified(): readonly Identifier[] {
    if (this.knownIdentifiers) return this.knownIdentifiers;
    const { arxiv, ...identifiers } = identifierFields(name => this.fields.own(name));
    const type = itemType(this.type, undefined, false);
    const custom = arxiv === undefined ? {} : { custom: { arxiv } };
    this.knownIdentifiers = ownIdentifiers({ id: '', type, ...identifiers, ...custom });
    return this.knownIdentifiers;
  }

  private get names(): readonly Name[] {
    if (this.knownNames) return this.knownNames;
    const authors = readNames(this.fields.get('author') ?? '').names;
    this.knownNames = authors.length ? authors : readNames(this.fields.get('editor') ?? '').names;
    return this.knownNames;
  }
}

/** Four digits and nothing else, as nearly all years are. */
function plainYear(field: string | undefined): string | undefined {
  return field?.length === 4 && /^[1-9]\d{3}$/.test(field) ? field : undefined;
}

function displayName(name: Name): string {
  if (name.literal !== undefined) return name.literal;
  if (!name['dropping-particle'] && !name['non-dropping-particle'] && name.given && name.family)
    return `${name.given} ${name.family}`;
  const particles = [name['dropping-particle'], name['non-dropping-particle']];
  return [name.given, ...particles, name.family].filter(Boolean).join(' ');
}

function titleOf(type: string, fields: EntryFields): string {
  const isVolume = fields.get('maintitle') !== undefined && !chapterTypes.has(type);
  const prefix =
    type === 'periodical' && fields.get('issuetitle') !== undefined ? 'issue' : isVolume ? 'main' : '';
  return withSubtitle(fields, prefix);
}

function withSubtitle(fields: EntryFields, prefix: string): string {
  const title = fields.plain(`${prefix}title`) ?? '';
  const subtitle = fields.plain(`${prefix}subtitle`);
  const addon = fields.plain(`${prefix}titleaddon`);
  return [
    [subtitle, ':'],
    [addon, '.'],
  ].reduce((text, [part, sign]) => {
    if (!part || !text) return text || (part ?? '');
    return `${text}${/[!?.,:;]$/.test(text) ? '' : sign} ${part}`;
  }, title);
}

/** Where it came out: the container, the event, or who published it. */
function venueOf(type: string, fields: EntryFields): string | undefined {
  if (type === 'periodical') return withSubtitle(fields, '');
  if (chapterTypes.has(type)) {
    if (fields.get('maintitle') !== undefined) return withSubtitle(fields, 'main');
    if (fields.get('booktitle') !== undefined) return withSubtitle(fields, 'book');
  }
  const journal = fields.plain('journaltitle') ?? fields.plain('journal');
  if (journal) return journal;
  if (!chapterTypes.has(type) && type !== 'book' && fields.get('booktitle') !== undefined)
    return withSubtitle(fields, 'book');
  for (const name of publisherFields) {
    const value = fields.plain(name);
    if (value) return value;
  }
  return undefined;
}
