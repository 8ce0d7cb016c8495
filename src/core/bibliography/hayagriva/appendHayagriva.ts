import { Document, isSeq, visit } from 'yaml';
import type { CslItem } from '../../model/reference';
import type { TextEdit } from '../../model/textEdit';
import { newlineOf } from '../../util/lines/newline';
import { commonest } from '../write/commonest';
import { hayagrivaEntry } from './hayagrivaEntry';
import { hayagrivaPositions, typedEntries } from './scanHayagriva';

/** How a file lays out its entries. */
interface Layout {
  readonly newline: '\n' | '\r\n';
  /** Blanks before a field. */
  readonly indent: number;
  /** Several people stand in brackets on one line. */
  readonly flowLists: boolean;
  /** Types begin with a capital, as in `type: Article`. */
  readonly capitalTypes: boolean;
  readonly emptyLines: number;
}

/** The edit that adds an entry at the end of a Hayagriva file, laid out as the others are. `undefined` where the file is no such mapping. */
export function appendHayagriva(text: string, item: CslItem, key: string): TextEdit | undefined {
  const { entries } = hayagrivaPositions(text);
  const isEmpty =
    text
      .replace(/^\ufeff/, '')
      .replace(/^(?:[ \t]*(?:#.*)?|---|\.\.\.)[ \t]*\r?$/gm, '')
      .trim() === '';
  // Another YAML file is such a mapping too, one that configures a program for example.
  if (!isEmpty && 2 * typedEntries(text, entries) < Math.max(1, entries.length)) return undefined;
  const layout = layoutOf(text);
  const { newline, emptyLines } = layout;
  const entry = written(item, key, layout);
  const at = insertionPoint(text);
  const before = text.slice(0, at);
  const newlines = /(?:\r?\n[ \t]*)*$/.exec(before)![0].split('\n').length - 1;
  const isFirst = before.replace(/^\ufeff/, '').trim() === '';
  const gap = isFirst ? '' : newline.repeat(Math.max(0, (entries.length ? emptyLines : 0) + 1 - newlines));
  const indent = entries.length
    ? text
        .slice(text.lastIndexOf('\n', entries[0]!.entryStart) + 1, entries[0]!.entryStart)
        .replace(/[\S\ufeff]/g, '')
    : '';
  const lines = entry
    .split('\n')
    .map(line => (line ? indent + line : line))
    .join(newline);
  return {
    start: at,
    end: at,
    text: gap + lines + (isFirst || newlines > 0 || at < text.length ? newline : ''),
  };
}

/** Before a line that ends the document. */
function insertionPoint(text: string): number {
  const end = /^\.\.\.[ \t]*\r?$/m.exec(text);
  return end ? end.index : text.length;
}

function written(item: CslItem, key: string, layout: Layout): string {
  const fields = hayagrivaEntry(item);
  if (layout.capitalTypes) capitalizeTypes(fields);
  const document = new Document(
    { [key]: fields },
    { version: '1.1', schema: 'core', aliasDuplicateObjects: false },
  );
  visit(document, {
    Seq(_, node) {
      if (
        layout.flowLists &&
        isSeq(node) &&
        node.items.every(one => typeof (one as { value?: unknown }).value === 'string')
      )
        node.flow = true;
    },
  });
  return document.toString({ indent: layout.indent, lineWidth: 0, flowCollectionPadding: false }).trimEnd();
}

function capitalizeTypes(fields: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'type' && typeof value === 'string') fields[name] = value[0]!.toUpperCase() + value.slice(1);
    else if (name === 'parent')
      for (const parent of Array.isArray(value) ? value : [value])
        capitalizeTypes(parent as Record<string, unknown>);
  }
}

function layoutOf(text: string): Layout {
  const { entries } = hayagrivaPositions(text);
  const last = entries.slice(-5).map(({ entryStart, entryEnd }) => text.slice(entryStart, entryEnd));
  const indents = last.flatMap(entry => /\n([ ]+)\S/.exec(entry)?.[1]?.length ?? []);
  const people = last.flatMap(
    entry => entry.match(/^[ \t]+(?:author|editor)[ \t]*:[ \t]*(?:\[|\r?\n[ \t]*[[-])/gm) ?? [],
  );
  const types = last.flatMap(entry => /^[ \t]+type[ \t]*:[ \t]*(\w)/m.exec(entry)?.[1] ?? []);
  const gaps = entries.slice(-5).flatMap(({ entryStart }) => {
    const before = entries[entries.findIndex(entry => entry.entryStart === entryStart) - 1];
    const between = before && text.slice(before.entryEnd, entryStart);
    return between?.trim() === '' ? [between.split('\n').length - 2] : [];
  });
  return {
    newline: newlineOf(text),
    indent: Math.max(1, commonest(indents) ?? 2),
    flowLists: people.filter(one => one.includes('[')).length > people.length / 2,
    capitalTypes: types.filter(letter => letter !== letter.toLowerCase()).length > types.length / 2,
    emptyLines: Math.max(0, commonest(gaps) ?? 1),
  };
}
