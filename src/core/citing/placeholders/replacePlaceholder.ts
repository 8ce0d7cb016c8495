import { applyEdits, editBetween } from '../../model/textEdit';
import type { TextRange } from '../../model/textRange';
import type { Language } from '../citation';
import type { ReadingOptions } from '../citationLanguage';
import { citationLanguage } from '../citationLanguages';
import { type InsertionOptions, insertCitation } from '../edit/insertCitation';
import type { Insertion } from '../edit/joinInsertions';

/** The insertion that puts a citation where a placeholder stands, set off from the text as one that is newly written. */
export function replacePlaceholder(
  text: string,
  [start, end]: TextRange,
  keys: readonly string[],
  language: Language,
  options: ReadingOptions & Omit<InsertionOptions, 'parsed'> = {},
): Insertion {
  const without = text.slice(0, start) + text.slice(end);
  const parsed = citationLanguage(language).read(without, options);
  const { edits, cursor } = insertCitation(without, start, keys, language, { ...options, parsed });
  return { edits: [editBetween(text, applyEdits(without, edits))], cursor };
}
