import type { CslItem } from '../../../model/reference';
import type { TextEdit } from '../../../model/textEdit';
import { readBibliography } from '../../readBibliography';
import type { BibStyle } from './bibStyle';
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
const sameAs: Readonly<Record<string, readonly string[]>> = {
  journal: ['journaltitle'],
  journaltitle: ['journal'],
  year: ['date'],
  date: ['year'],
  number: ['issue'],
  note: ['addendum'],
};

/**
 * The edit that gives an entry of a `.bib`, as it stands in its file, the fields that it lacks and `item` has, behind its last one. What it
 * says already is not touched. `undefined` when there is nothing to add, or the text is no single entry. Offsets are those of `entry`.
 */
export function fillEntry(
  entry: string,
  item: CslItem,
  style: BibStyle,
): { readonly edit: TextEdit; readonly fields: readonly string[] } | undefined {
  const close = /[)}]\s*$/.exec(entry)?.index;
  const { references } = readBibliography(entry, 'bibtex', 'entry');
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

function isMissing({ name }: Field, present: ReadonlySet<string>): boolean {
  const lower = name.toLowerCase();
  return filled.has(lower) && !present.has(lower) && !(sameAs[lower] ?? []).some(other => present.has(other));
}

/** Whatever looks like a field's name counts as one: better one field too few than one twice. */
function namesIn(entry: string): ReadonlySet<string> {
  return new Set([...entry.matchAll(/([A-Za-z][\w-]*)\s*=/g)].map(match => match[1]!.toLowerCase()));
}
