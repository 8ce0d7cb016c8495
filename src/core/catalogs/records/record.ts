import { type Identifier, sameIdentifier } from '../../model/identifiers/identifier';
import { parseIdentifier } from '../../model/identifiers/parseIdentifier';
import type { CslItem, DateValue, Name } from '../../model/reference';
import type { CatalogRecord, ServiceId } from '../catalog';
import { languageTag } from '../text/language';
import { pageRange } from '../text/pages';
import { plainLine } from '../text/plainLine';
import { publisherName } from '../text/publisher';
import { isMarkedRetracted } from '../text/retracted';
import { letters, type Title } from '../text/title';

/** What a service's mapping makes out; empty texts and lists count as missing. */
export interface RecordFields {
  readonly type: string;
  readonly title?: Title | undefined;
  readonly authors?: readonly (Name | undefined)[];
  readonly authorsIncomplete?: boolean;
  readonly editors?: readonly (Name | undefined)[];
  readonly translators?: readonly (Name | undefined)[];
  readonly issued?: DateValue | undefined;
  readonly container?: Title | undefined;
  readonly abstract?: string | undefined;
  readonly doi?: unknown;
  readonly arxiv?: string | undefined;
  readonly primaryClass?: string | undefined;
  readonly pmid?: unknown;
  readonly pmcid?: unknown;
  readonly isbn?: unknown;
  /** CSL's other variables with plain text. */
  readonly texts?: Readonly<Record<string, unknown>>;
}

type About = Omit<CatalogRecord, 'service' | 'item' | 'identifiers'>;

/** The record of a work, from what its service's mapping made out. */
export function recordOf(service: ServiceId, fields: RecordFields, about: About = {}): CatalogRecord {
  const item: Record<string, unknown> = { id: '', type: fields.type };
  const set = (field: string, value: unknown) => {
    if (value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))
      item[field] = value;
  };
  const formatted: Record<string, string> = {};
  const setTitle = (field: string, title: Title | undefined) => {
    set(field, title?.plain);
    if (title && title.formatted !== title.plain) formatted[field] = title.formatted;
  };
  setTitle('title', fields.title);
  set('author', people(fields.authors, fields.container?.plain));
  // A journal names the editor who handled the paper; nobody cites that.
  if (fields.type !== 'article-journal') set('editor', people(fields.editors));
  set('translator', people(fields.translators));
  set('issued', fields.issued);
  setTitle('container-title', fields.container);
  for (const [field, value] of Object.entries(fields.texts ?? {}))
    set(field, asWritten(field, plainLine(value), fields));
  if (item['container-title-short'] === item['container-title'] || !item['container-title'])
    delete item['container-title-short'];
  // What stands on a server or alone is in no serial.
  if (fields.type === 'article') delete item.ISSN;
  const identifiers: Identifier[] = [];
  const identify = (kind: Identifier['kind'], value: unknown) => {
    const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
    const identifier = text ? (ofKind(text, kind) ?? ofKind(`${kind}:${text}`, kind)) : undefined;
    if (!identifier) return undefined;
    if (!identifiers.some(other => sameIdentifier(other, identifier))) identifiers.push(identifier);
    return identifier;
  };
  // arXiv's own DOIs are read as arXiv ids.
  const doi = typeof fields.doi === 'string' ? parseIdentifier(fields.doi) : undefined;
  if (doi?.kind === 'doi') set('DOI', identify('doi', fields.doi)?.id);
  const arxiv = identify(
    'arxiv',
    fields.arxiv ?? (doi?.kind === 'arxiv' ? `arXiv:${doi.id}` : undefined),
  )?.id;
  set('PMID', identify('pmid', fields.pmid)?.id);
  set('PMCID', identify('pmcid', fields.pmcid)?.id);
  const isbn = identify('isbn', fields.isbn)?.id;
  set('ISBN', isbn);
  // The number in a chapter names the book.
  if (/^(?:chapter|paper-conference|entry-.*)$/.test(fields.type)) drop(identifiers, 'isbn');
  if (arxiv && (fields.type === 'article' || !item.DOI)) {
    set('number', item.number ?? `arXiv:${arxiv}`);
    set('URL', item.URL ?? `https://arxiv.org/abs/${arxiv}`);
  }
  set('abstract', fields.abstract);
  const custom: Record<string, unknown> = {};
  if (arxiv) custom.arxiv = arxiv;
  if (fields.primaryClass) custom.primaryClass = fields.primaryClass;
  if (fields.authorsIncomplete) custom.authorsIncomplete = true;
  if (Object.keys(formatted).length > 0) custom.formatted = formatted;
  if (Object.keys(custom).length > 0) item.custom = custom;
  return {
    service,
    item: item as CslItem,
    identifiers,
    ...withoutUndefined({ ...about, notices: notices(about, fields) }),
  };
}

/** What a publisher writes into the title of a work that it retracts says as much as a notice does. */
function notices(about: About, { title }: RecordFields): About['notices'] {
  if (!isMarkedRetracted(title?.plain ?? '') || about.notices?.some(({ kind }) => kind === 'retraction'))
    return about.notices;
  return [{ kind: 'retraction', source: 'title' }, ...(about.notices ?? [])];
}

function ofKind(text: string, kind: Identifier['kind']): Identifier | undefined {
  const identifier = parseIdentifier(text);
  return identifier?.kind === kind ? identifier : undefined;
}

function drop(identifiers: Identifier[], kind: Identifier['kind']): void {
  const index = identifiers.findIndex(identifier => identifier.kind === kind);
  if (index >= 0) identifiers.splice(index, 1);
}

/** A variable as people write it, whatever the service writes. */
function asWritten(field: string, value: string, { doi, texts }: RecordFields): string {
  switch (field) {
    case 'publisher':
      return publisherName(value, plainLine(texts?.['publisher-place']));
    case 'language':
      return languageTag(value);
    case 'page':
      return pageRange(value, { doi: typeof doi === 'string' ? doi : '' });
    case 'container-title-short':
      // Publishers have codes for journals: `bulmi`.
      return /\p{Ll}/u.test(value) && !/\p{Lu}/u.test(value) ? '' : value;
    case 'ISSN':
      return value.toUpperCase();
    case 'edition':
      // `2nd ed.`; a first one is not counted.
      return value
        .replace(/(?<=^\d+)(?:st|nd|rd|th)(?![\p{L}])|[,\s]*\b(?:edition|edn?)\b\.?$/giu, '')
        .replace(/^(?:1|first)$/i, '');
    case 'volume':
      return counted(
        value.replace(/^(?:vol(?:ume[ns]?)?|bd|band|jahrgang|jg|tome?|tomo|t)(?:\.\s*|\s+)(?=\S)/i, ''),
      );
    case 'issue':
      return counted(value.replace(/^(?:num[eé]ro|n[or]|n[º°]|issue|heft|h|fasc|№)(?:\.\s*|\s*)(?=\d)/i, ''));
    case 'number-of-pages':
      return counted(value);
    case 'publisher-place':
      return value.replace(/[\s:;,]+$/, '');
    default:
      return value;
  }
}

/** What counts something; nothing where it is yet to come. */
function counted(value: string): string {
  return /^(?:0+|(?:ahead|online)[- ]of[- ]print|online first|early (?:access|view)|(?:in|articles in) press|forthcoming|n\/?a)$/i.test(
    value,
  )
    ? ''
    : value;
}

/** A journal that stands among its own authors is none of them. */
function people(names: readonly (Name | undefined)[] = [], container = ''): Name[] {
  return names
    .filter(name => name !== undefined)
    .filter(name => {
      const whole = letters(
        name.literal ?? `${name.given ?? ''} ${name['non-dropping-particle'] ?? ''} ${name.family ?? ''}`,
      );
      return whole !== '' && whole !== letters(container);
    });
}

function withoutUndefined(about: About): About {
  return Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined && value !== ''));
}
