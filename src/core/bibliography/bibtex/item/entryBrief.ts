import { displayName } from '../../../model/displayName';
import type { Identifier } from '../../../model/identifiers/identifier';
import { listedWords } from '../../../model/listedWords';
import type { Name, ReferenceSummary } from '../../../model/reference';
import { isPreprint, ownIdentifiers } from '../../../model/referenceSummary';
import { yearOf } from '../../../model/year';
import { detachString } from '../../../util/detachString';
import { plainText } from '../../tex/inline';
import type { EntryFields } from '../bibtexFile';
import { readNames } from '../names/nameList';
import { dateOf, languageField } from './cslItem';
import { identifierFields } from './identifierFields';
import { articleTypes, itemType, seriesTypes } from './itemType';
import { containerFields, publisherFields, publisherOf, titlePrefix } from './titleFields';

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

  get language(): string | undefined {
    const stated = languageField(this.fields);
    return stated ? detachString(stated) : undefined;
  }

  get keywords(): readonly string[] | undefined {
    const keywords = this.fields.plain('keywords');
    return keywords ? listedWords(keywords).map(detachString) : undefined;
  }

  get identifiers(): readonly Identifier[] | undefined {
    return this.identified.length ? this.identified : undefined;
  }

  get isPreprint(): boolean | undefined {
    const container = containerOf(this.type, this.fields);
    return isPreprint(this.identified, container) || undefined;
  }

  /** By the fields of the entry itself: what it inherits is its container's. */
  private get identified(): readonly Identifier[] {
    if (this.knownIdentifiers) return this.knownIdentifiers;
    const { arxiv, ...identifiers } = identifierFields(name => this.fields.own(name));
    const type = itemType(this.type, undefined, false);
    const custom = arxiv === undefined ? {} : { custom: { arxiv } };
    this.knownIdentifiers = ownIdentifiers({ id: '', type, ...identifiers, ...custom, ...this.elsewhere });
    return this.knownIdentifiers;
  }

  /** Fields in which some write an identifier, if they may have one. */
  private get elsewhere(): Readonly<Record<string, string>> {
    const { fields, type } = this;
    const found: Record<string, string> = {};
    const take = (variable: string, value: string | undefined, hint: RegExp) => {
      if (value && hint.test(value)) found[variable] = value;
    };
    if (containerNames.some(name => /arxiv/i.test(fields.get(name) ?? '')))
      take('container-title', containerOf(type, fields), /arxiv/i);
    if (type !== 'periodical') take('note', fields.plain('note'), /\d/);
    if (!articleTypes.has(type) && !seriesTypes.has(type)) take('number', fields.plain('number'), /\d/);
    if (publisherFields.some(name => /arxiv/i.test(fields.get(name) ?? '')))
      take('publisher', plainText(publisherOf(name => fields.get(name)) ?? []), /^\s*arxiv/i);
    return found;
  }

  get types(): readonly string[] {
    const isEvent = this.fields.get('eventtitle') !== undefined;
    return [itemType(this.type, this.fields.get('entrysubtype')?.toLowerCase(), isEvent), this.type];
  }

  get hasFile(): boolean {
    return ['file', 'pdf'].some(field => Boolean(this.fields.get(field)?.trim()));
  }

  get hasNote(): boolean {
    return ['note', 'annote', 'annotation'].some(field => Boolean(this.fields.get(field)?.trim()));
  }

  /** As JabRef, BibDesk, Better BibTeX and Zotero's own export name it. */
  get added(): string | undefined {
    const written = ['creationdate', 'date-added', 'dateadded', 'timestamp']
      .map(name => this.fields.get(name)?.trim())
      .find(Boolean);
    // JabRef once wrote `2010.05.31`.
    return written && detachString(written.replace(/^(\d{4})[./](\d{1,2})[./](\d{1,2})/, '$1-$2-$3'));
  }

  get collections(): readonly string[] | undefined {
    const groups = this.fields.plain('groups');
    return groups === undefined ? undefined : listedWords(groups).map(detachString);
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

function titleOf(type: string, fields: EntryFields): string {
  return withSubtitle(
    fields,
    titlePrefix(type, name => fields.get(name)),
  );
}

function withSubtitle(fields: EntryFields, prefix: string): string {
  const title = joinedBy(fields.plain(`${prefix}title`) ?? '', fields.plain(`${prefix}subtitle`), ':');
  return joinedBy(title, fields.plain(`${prefix}titleaddon`), '.');
}

function joinedBy(text: string, part: string | undefined, sign: string): string {
  if (!part || !text) return text || (part ?? '');
  return `${text}${/[!?.,:;]$/.test(text) ? '' : sign} ${part}`;
}

/** Where it came out: the container, the event, or who published it. */
function venueOf(type: string, fields: EntryFields): string | undefined {
  const title = containerOf(type, fields);
  if (title) return title;
  const event = fields.plain('eventtitle');
  if (event) return event;
  return plainText(publisherOf(name => fields.get(name)) ?? []);
}

function containerOf(type: string, fields: EntryFields): string | undefined {
  const container = containerFields(type, name => fields.get(name));
  if (container === undefined) return undefined;
  return container === 'journal' ? journalOf(fields) : withSubtitle(fields, container);
}

/** Fields that may be part of the title of what it came out in. */
const containerNames = (
  'journaltitle journal journalsubtitle booktitle booksubtitle booktitleaddon maintitle mainsubtitle maintitleaddon title subtitle ' +
  'titleaddon'
).split(' ');

function journalOf(fields: EntryFields): string {
  const journal = fields.plain('journaltitle') || fields.plain('journal') || '';
  return joinedBy(journal, fields.plain('journalsubtitle'), ':');
}
