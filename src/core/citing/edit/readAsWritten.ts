import { applyEdits } from '../../model/textEdit';
import type { CitedKey, DocumentCitations } from '../citation';
import type { CompletionPlace } from '../citationLanguage';
import { citationLanguage } from '../citationLanguages';
import { allCitedKeys, typesetKeys } from '../citedKeys';
import { renameKey } from './changeCitation';

/** Keys of these signs alone are read wherever others are. */
const plain = /^[\p{L}\p{N}_:./+-]+$/u;

/**
 * Whether a document cites the key once it is `written` where it is being completed. A place may be no place for a key that the language
 * can write elsewhere: in a pipe table, `|` ends the cell.
 */
export function isReadAsWritten(
  text: string,
  { start, end, outer = { start, end }, groupEnd }: CompletionPlace,
  parsed: DocumentCitations,
  { key, written }: { readonly key: string; readonly written: string },
): boolean {
  if (plain.test(key)) return true;
  const whole = applyEdits(text, [{ ...outer, text: written + groupEnd }]);
  const found = citedAs(citationLanguage(parsed.language).readLike(whole, parsed), key);
  return liesIn(found, outer.start, outer.start + written.length);
}

/** The first place where a document is known to cite or define a key and would not do so with the one it is renamed to; `undefined` where it does everywhere. */
export function lostByRename(
  text: string,
  parsed: DocumentCitations,
  oldKey: string,
  newKey: string,
): number | undefined {
  if (plain.test(newKey)) return undefined;
  const edits = [...renameKey(text, parsed, oldKey, newKey)].sort((a, b) => a.start - b.start);
  const after = citationLanguage(parsed.language).readLike(applyEdits(text, edits), parsed);
  const found = citedAs(after, newKey);
  const cited = typesetKeys(parsed).find(({ key }) => key === oldKey)?.occurrences ?? [];
  const listed = parsed.language === 'markdown' ? parsed.definedKeys.filter(({ key }) => key === oldKey) : [];
  let moved = 0;
  for (const edit of edits) {
    const from = edit.start + moved;
    const to = from + edit.text.length;
    const replaces = ({ start, end }: CitedKey) => edit.start <= start && end <= edit.end;
    if (cited.some(replaces) && !liesIn(found, from, to)) return edit.start;
    // To Pandoc the key of what a document lists itself is Markdown like any other text: `o'brien` gets another apostrophe.
    if (listed.some(replaces)) return edit.start;
    moved += edit.text.length - (edit.end - edit.start);
  }
  return undefined;
}

function citedAs(document: DocumentCitations, key: string): readonly CitedKey[] {
  return allCitedKeys(document).find(one => one.key === key)?.occurrences ?? [];
}

/** Whether one of the keys stands between two places. */
function liesIn(keys: readonly CitedKey[], from: number, to: number): boolean {
  return keys.some(({ start, end }) => from <= start && end <= to);
}
