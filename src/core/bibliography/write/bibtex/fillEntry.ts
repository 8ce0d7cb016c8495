import type { CslItem } from '../../../model/reference';
import { tableOf } from '../../../util/collections/tableOf';
import { runToEnd } from '../../../util/cooperative';
import type { EntryPosition } from '../../bibliographyFormat';
import { readBibtex } from '../../bibtex/readBibtex';
import { BibtexScanner } from '../../bibtex/scan/scanBibtex';
import type { Filling } from '../../filling';
import { type BibStyle, detectStyle } from './bibStyle';
import type { Dialect } from './bibtexDialect';
import { bibtexEntry } from './bibtexEntry';
import type { Field } from './bibtexField';
import { fieldText } from './writeBibtex';

/** What is worth filling in: facts about the work, nothing that is a matter of taste. */
const filled = new Set(
  'author editor journal journaltitle booktitle series volume number pages publisher year date isbn doi eprint archiveprefix primaryclass eprinttype eprintclass abstract note'.split(
    ' ',
  ),
);

/** Fields that say the same: of biblatex and of BibTeX. */
const sameAs: Readonly<Record<string, readonly string[]>> = tableOf({
  journal: ['journaltitle'],
  journaltitle: ['journal'],
  year: ['date'],
  date: ['year'],
  number: ['issue'],
  note: ['addendum'],
});

/**
 * The edit that gives an entry of a `.bib`, as it stands in its file, the fields that it lacks and `item` has, behind its last one. What it
 * says already is not touched. `undefined` when there is nothing to add, or the text is no single entry. Offsets are those of `entry`.
 */
export function fillEntry(entry: string, item: CslItem, style: BibStyle): Filling | undefined {
  const close = /[)}]\s*$/.exec(entry)?.index;
  const { references } = runToEnd(readBibtex({ text: entry, kept: entry, source: 'entry', previous: [] }));
  const own = references[0]?.item;
  if (close === undefined || references.length !== 1 || !own) return undefined;
  const dialect: Dialect = style.biblatex ? 'biblatex' : 'bibtex';
  // The type of the entry decides under which names fields go.
  const fields = bibtexEntry({ ...item, type: own.type }, { dialect, abstract: true }).fields;
  const present = namesIn(entry);
  const missing = fields.filter(field => isMissing(field, present));
  if (missing.length === 0) return undefined;
  const body = entry.slice(0, close).trimEnd();
  const lines = missing.map(field => fieldText(field, style)).join(`,${style.newline}`);
  const comma = body.endsWith(',') ? '' : ',';
  const lastComma = body.endsWith(',') ? ',' : '';
  const text = `${comma}${style.newline}${lines}${lastComma}`;
  return {
    edit: { start: body.length, end: body.length, text },
    fields: missing.map(({ name }) => name),
  };
}

/** Characters at the end of a file that show its style. */
const styleLength = 50_000;

/** As `fillEntry`, for an entry in its file. */
export function fillBibtex(
  text: string,
  { entryStart, entryEnd }: EntryPosition,
  item: CslItem,
): Filling | undefined {
  // Enough of a file to see its style by, from the beginning of an entry on.
  const from = text.length > styleLength ? text.indexOf('\n@', text.length - styleLength) + 1 : 0;
  const style = detectStyle(new BibtexScanner(text.slice(from)));
  const filling = fillEntry(text.slice(entryStart, entryEnd), item, style);
  if (!filling) return undefined;
  const { edit, fields } = filling;
  return { edit: { ...edit, start: entryStart + edit.start, end: entryStart + edit.end }, fields };
}

function isMissing({ name }: Field, present: ReadonlySet<string>): boolean {
  const lower = name.toLowerCase();
  return filled.has(lower) && !present.has(lower) && !(sameAs[lower] ?? []).some(other => present.has(other));
}

/** Whatever looks like a field's name counts as one: better one field too few than one twice. */
function namesIn(entry: string): ReadonlySet<string> {
  return new Set([...entry.matchAll(/([A-Za-z][\w-]*)\s*=/g)].map(match => match[1]!.toLowerCase()));
}
