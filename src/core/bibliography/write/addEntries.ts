import type { CslItem } from '../../model/reference';
import type { BibliographyFormatId } from '../../model/source';
import { applyEdits, type TextEdit } from '../../model/textEdit';
import type { AddingOptions } from '../bibliographyFormat';
import { entriesOf } from '../entryKeys';
import { formatOf } from '../formats';
import { addReference } from './addReference';
import { citationKeyOf, freeKey } from './citationKey';

/** A reference that a bibliography is to have. */
export interface Addition {
  readonly item: CslItem;
  /** The key it should have, free as far as is known. */
  readonly key: string;
  /** The entry in BibTeX as its own file has it, which is taken over where it fits. */
  readonly entry?: string | undefined;
}

export interface AddedEntries {
  /** What turns the text into one that has them all; `undefined` when nothing has to change. */
  readonly edit?: TextEdit;
  /** The keys they have there, in their order. */
  readonly keys: readonly string[];
}

export interface AddEntriesOptions extends Omit<AddingOptions, 'entry'> {
  /** The keys are cited already: an entry that has one of them is taken for the reference. Else a free key is found. */
  readonly keysAreFixed?: boolean;
}

/** A text without entries is empty in its format, or of another kind: data of a program, say. In BibTeX all else is a comment. */
const holdsSomethingElse: ReadonlyMap<BibliographyFormatId, RegExp> = new Map([
  ['csl-json', /[^\s[\]\ufeff]/],
  ['ris', /[^\s\ufeff]/],
]);

/**
 * The edit that adds references to the text of a bibliography, in its format and style. `undefined` where the text is not what the format
 * promises. Takes time as the text is long: some 100 ms for every 10 MB.
 */
export function addEntries(
  text: string,
  format: BibliographyFormatId,
  additions: readonly Addition[],
  { keysAreFixed = false, ...options }: AddEntriesOptions = {},
): AddedEntries | undefined {
  // BibTeX does not tell keys apart by case.
  const present = new Set(entriesOf(text, format).map(({ key }) => key.toLowerCase()));
  if (!present.size && holdsSomethingElse.get(format)?.test(text)) return undefined;
  const holds = (key: string) => formatOf(format).holds?.(key) ?? true;
  const keys: string[] = [];
  let after = text;
  let only: TextEdit | undefined;
  /** What stays as it is at the beginning and at the end, in characters. */
  let [head, tail] = [text.length, text.length];
  for (const { item, key: wished, entry } of additions) {
    const isPresent = present.has(wished.toLowerCase());
    const isFree = (key: string) => !present.has(key.toLowerCase()) && holds(key);
    if (isPresent && keysAreFixed) {
      keys.push(wished);
      continue;
    }
    if (keysAreFixed && !holds(wished)) return undefined;
    const key = freeKey(
      holds(wished) || holds(`${wished}a`) ? wished : citationKeyOf(item),
      one => !isFree(one),
    );
    present.add(key.toLowerCase());
    keys.push(key);
    const edit = addReference(after, format, item, key, { ...options, entry });
    if (!edit) return undefined;
    only = after === text ? edit : undefined;
    head = Math.min(head, edit.start);
    tail = Math.min(tail, after.length - edit.end);
    after = applyEdits(after, [edit]);
  }
  // Of a long text no copy is made.
  if (only) return { keys, edit: only };
  if (after === text) return { keys };
  return {
    keys,
    edit: { start: head, end: text.length - tail, text: after.slice(head, after.length - tail) },
  };
}
