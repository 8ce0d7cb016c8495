import type { TextEdit } from '../../model/textEdit';
import type { Citation, CitedKey, DocumentCitations, Form } from '../citation';
import { citationLanguage } from '../citationLanguages';
import { withColumns } from '../place/columnTable';
import { withoutTemplate } from './keyTemplate';

/** Takes a key out, with its prefix, locator and suffix; the last one takes the citation with it. */
export function removeKey(
  text: string,
  parsed: DocumentCitations,
  citation: Citation,
  key: CitedKey,
): TextEdit[] {
  return inColumns(text, parsed, citationLanguage(parsed.language).removeKey(text, citation, key, parsed));
}

/** Puts the keys of a citation in another order, with what is printed around each where the language lets each key have its own. */
export function reorderKeys(
  text: string,
  parsed: DocumentCitations,
  citation: Citation,
  order: readonly string[],
): TextEdit[] {
  return inColumns(
    text,
    parsed,
    citationLanguage(parsed.language).reorderKeys(text, citation, order, parsed),
  );
}

/** Moves a key so many places on in its citation, back where that is negative; no edit beyond its ends. */
export function moveKey(
  text: string,
  parsed: DocumentCitations,
  citation: Citation,
  key: CitedKey,
  by: number,
): TextEdit[] {
  const order = citation.keys.map(cited => cited.key);
  const from = citation.keys.indexOf(key);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return [];
  order.splice(from, 1);
  order.splice(to, 0, key.key);
  return reorderKeys(text, parsed, citation, order);
}

/** Writes a citation in another form: the author in the text, or left out. */
export function convertForm(
  text: string,
  parsed: DocumentCitations,
  citation: Citation,
  form: Form,
): TextEdit[] {
  return inColumns(text, parsed, citationLanguage(parsed.language).convertForm(text, citation, form, parsed));
}

/** Gives a key a locator, `p. 3`, in place of the one it has. */
export function addLocator(
  text: string,
  parsed: DocumentCitations,
  citation: Citation,
  key: CitedKey,
  locator: string,
): TextEdit[] {
  return inColumns(
    text,
    parsed,
    citationLanguage(parsed.language).setLocator(text, citation, key, locator, parsed),
  );
}

/** Every place where the document cites or defines a key gets another key, spelled as the language wants it. */
export function renameKey(
  text: string,
  parsed: DocumentCitations,
  oldKey: string,
  newKey: string,
): TextEdit[] {
  const embedded = (parsed.embeddedKeys ?? [])
    .filter(({ key }) => key === oldKey)
    .map(
      key =>
        citationLanguage(parsed.language).renameEmbedded?.(text, key, newKey) ?? {
          start: key.start,
          end: key.end,
          text: newKey,
        },
    );
  return inColumns(text, parsed, [...renameCited(text, parsed, oldKey, newKey), ...embedded]);
}

/** One place cites another key, with what is printed around it and in its form; one that the citation has already is left out. */
export function replaceKey(
  text: string,
  parsed: DocumentCitations,
  citation: Citation,
  key: CitedKey,
  newKey: string,
): TextEdit[] {
  if (key.key === newKey) return [];
  if (citation.keys.some(other => other.key === newKey)) return removeKey(text, parsed, citation, key);
  const edits = renameCited(text, parsed, key.key, newKey);
  return inColumns(
    text,
    parsed,
    edits.filter(({ start, end }) => start <= key.start && key.end <= end),
  );
}

function renameCited(text: string, parsed: DocumentCitations, oldKey: string, newKey: string): TextEdit[] {
  return citationLanguage(parsed.language).renameKey(text, oldKey, newKey, parsed);
}

/** What a table has for its columns: borders, or rules of several parts. */
const mayHaveColumns = /^[ \t>]*(?:\+[-=]|-+[ \t]+-|=+[ \t]+=|\|)/m;

/** Tables whose columns tell their cells keep them. */
function inColumns(text: string, parsed: DocumentCitations, edits: readonly TextEdit[]): TextEdit[] {
  if (!edits.length || !mayHaveColumns.test(text)) return [...edits];
  return [...withColumns(text, citationLanguage(parsed.language).outline(text, parsed, []), edits)];
}

/**
 * The commands of a document that cite a key and cannot be made to cite the new one, since they make their keys themselves: `\bookcite`
 * with `\cite{book:#1}` can only cite keys that begin with `book:`.
 */
export function commandsThatCannotCite(
  parsed: DocumentCitations,
  oldKey: string,
  newKey: string,
): readonly string[] {
  const commands = parsed.citations.flatMap(({ keys, command }) =>
    keys
      .filter(({ key, template }) => key === oldKey && withoutTemplate(newKey, template) === undefined)
      .map(() => command ?? ''),
  );
  return [...new Set(commands)];
}
