import { parseIdentifier } from '../../model/identifiers/parseIdentifier';
import type { Name } from '../../model/reference';
import { isRecord } from '../csl/normaliseItem';
import { cslTypeOf, entryTypes, roleVariables } from './hayagrivaTypes';
import { dateOf, formattable, listOf, person, textOf } from './hayagrivaValues';

/** An entry, or one that it was published in. */
interface Entry {
  readonly type: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly parents: readonly Entry[];
}

const deepestParents = 20;

/** An entry of a Hayagriva file, all of whose scalars are texts, as CSL fields. */
export function hayagrivaItem(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entry = entryOf(fields, 'misc', 0);
  const { parents } = entry;
  const container = parents.find(
    ({ type }) => !['conference', 'exhibition', 'original', 'repository'].includes(type),
  );
  const event = parents.find(({ type }) => type === 'conference' || type === 'exhibition');
  const original = parents.find(({ type }) => type === 'original');
  const repository = parents.find(({ type }) => type === 'repository');
  const isWhole = ['book', 'anthology', 'proceedings', 'report', 'reference', 'thesis'].includes(entry.type);
  const item = new ItemFields();
  item.set(
    'type',
    cslTypeOf(
      entry.type,
      parents.map(({ type }) => type),
      urlOf(entry) !== undefined,
    ),
  );
  item.setText('title', entry.fields.title, 'title-short');
  if (isWhole) item.setText('collection-title', container?.fields.title);
  else {
    item.setText('container-title', container?.fields.title, 'container-title-short');
    item.setText('collection-title', container?.parents[0]?.fields.title);
  }
  const series = isWhole ? container : container?.parents[0];
  item.set('collection-number', number(series?.fields.volume));
  item.setNames('author', entry.fields.author);
  item.setNames('editor', entry.fields.editor ?? container?.fields.editor);
  item.setNames('container-author', container?.fields.author);
  item.setNames('collection-editor', series?.fields.editor);
  for (const related of [entry, ...parents]) item.addAffiliated(related.fields.affiliated);
  item.set('issued', dateOf(nearest(entry, 'date')));
  item.set('volume', number((isWhole ? undefined : container?.fields.volume) ?? entry.fields.volume));
  item.set('issue', number(nearest(entry, 'issue')));
  item.set(
    'page',
    textOf(entry.fields['page-range'])
      ?.replace(/\s+/g, ' ')
      .replace(/ ?[–—-]+ ?/g, '-'),
  );
  item.set('number-of-pages', number(entry.fields['page-total']));
  item.set('number-of-volumes', number(nearest(entry, 'volume-total')));
  item.set('edition', number(nearest(entry, 'edition')));
  item.set('chapter-number', number(entry.fields.chapter));
  addPublisher(item, entry, repository);
  item.setText('event-title', event?.fields.title);
  item.setText('event-place', event?.fields.location);
  if (event) item.set('event-date', dateOf(event.fields.date));
  item.setText('original-title', original?.fields.title);
  item.setNames('original-author', original?.fields.author);
  if (original) item.set('original-date', dateOf(original.fields.date));
  item.setText('archive', nearest(entry, 'archive') ?? repository?.fields.title);
  item.setText('archive_location', entry.fields['archive-location']);
  item.setText('call-number', entry.fields['call-number']);
  item.setText('genre', nearest(entry, 'genre'));
  item.setText('abstract', nearest(entry, 'abstract'));
  item.setText('note', entry.fields.note);
  item.set('language', textOf(nearest(entry, 'language')));
  item.set('dimensions', textOf(entry.fields.runtime));
  addAddress(item, entry);
  addSerialNumbers(item, entry, repository);
  return item.fields;
}

function entryOf(fields: Readonly<Record<string, unknown>>, defaultType: string, depth: number): Entry {
  const written = textOf(fields.type)?.toLowerCase();
  const type = written !== undefined && entryTypes.has(written) ? written : defaultType;
  const parents = depth < deepestParents ? listOf(fields.parent).filter(isRecord) : [];
  return { type, fields, parents: parents.map(parent => entryOf(parent, entryTypes.get(type)!, depth + 1)) };
}

/** A field of the entry, or else of the nearest of those it was published in. */
function nearest(entry: Entry, field: string): unknown {
  if (entry.fields[field] !== undefined) return entry.fields[field];
  for (const parent of entry.parents) {
    const value = parent.type === 'original' ? undefined : nearest(parent, field);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Numbers are texts here, which may have words in them. */
function number(value: unknown): string | undefined {
  return textOf(value);
}

function addPublisher(item: ItemFields, entry: Entry, repository: Entry | undefined): void {
  const publisher = nearest(entry, 'publisher');
  const place = isRecord(publisher) ? publisher.location : undefined;
  item.setText('publisher', publisher ?? nearest(entry, 'organization') ?? repository?.fields.title);
  item.setText('authority', entry.fields.organization);
  item.setText(
    'publisher-place',
    place ??
      nearest({ ...entry, parents: entry.parents.filter(({ type }) => type !== 'conference') }, 'location'),
  );
}

function urlOf(entry: Entry): { readonly address: string; readonly visited: unknown } | undefined {
  const url = entry.fields.url;
  const address = textOf(isRecord(url) ? url.value : url);
  if (address !== undefined) return { address, visited: isRecord(url) ? url.date : undefined };
  for (const parent of entry.parents) {
    const found = urlOf(parent);
    if (found) return found;
  }
  return undefined;
}

function addAddress(item: ItemFields, entry: Entry): void {
  const url = urlOf(entry);
  item.set('URL', url?.address);
  item.set('accessed', dateOf(url?.visited));
}

/** `serial-number: 3`, or a mapping of numbers by their kind; `doi`, `isbn` and `issn` of their own before Hayagriva 0.5. */
function addSerialNumbers(item: ItemFields, entry: Entry, repository: Entry | undefined): void {
  const of = (one: Entry, kind: string): string | undefined => {
    const serial = one.fields['serial-number'];
    if (isRecord(serial)) {
      const found = Object.entries(serial).find(([name]) => name.toLowerCase() === kind);
      if (found) return textOf(found[1]);
    } else if (kind === 'serial' && textOf(serial)) return textOf(serial);
    return kind === 'serial' ? undefined : textOf(one.fields[kind]);
  };
  const anywhere = (kind: string): string | undefined =>
    [entry, ...entry.parents].map(one => of(one, kind)).find(value => value !== undefined);
  item.set('DOI', of(entry, 'doi')?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, ''));
  item.set('ISBN', anywhere('isbn'));
  item.set('ISSN', anywhere('issn'));
  item.set('PMID', of(entry, 'pmid'));
  item.set('PMCID', of(entry, 'pmcid'));
  item.set('version', of(entry, 'version'));
  const serial = of(entry, 'serial');
  const isArxiv =
    /^arxiv$/i.test(textOf(repository?.fields.title) ?? '') ||
    /arxiv\.org\//.test(urlOf(entry)?.address ?? '');
  const arxiv = arxivIn(of(entry, 'arxiv')) ?? (isArxiv ? arxivIn(serial) : undefined);
  if (arxiv) item.fields.custom = { ...(item.fields.custom as object | undefined), arxiv };
  else item.set('number', serial);
}

function arxivIn(text: string | undefined): string | undefined {
  const identifier = text === undefined ? undefined : parseIdentifier(text);
  return identifier?.kind === 'arxiv' ? identifier.id : undefined;
}

/** The fields of a CSL item as they come together. */
class ItemFields {
  readonly fields: Record<string, unknown> = {};

  set(field: string, value: unknown): void {
    if (value !== undefined) this.fields[field] = value;
  }

  /** With the tags that keep its case; `normaliseItem` sets the plain text beside them. */
  setText(field: string, value: unknown, shortField?: string): void {
    const text = formattable(value);
    if (!text) return;
    this.fields[field] = text.formatted;
    if (shortField) this.set(shortField, text.short);
  }

  setNames(variable: string, value: unknown): void {
    const names = listOf(value).flatMap(one => person(one) ?? []);
    if (names.length) this.fields[variable] = names;
  }

  addAffiliated(value: unknown): void {
    for (const group of listOf(value)) {
      if (!isRecord(group)) continue;
      const role =
        textOf(group.role)
          ?.replace(/(?<=[a-z])(?=[A-Z])/g, '-')
          .toLowerCase() ?? '';
      const variable = roleVariables[role] ?? 'contributor';
      const names = listOf(group.names).flatMap(one => person(one) ?? []);
      const known = (this.fields[variable] as readonly Name[] | undefined) ?? [];
      if (names.length) this.fields[variable] = [...known, ...names];
    }
  }
}
