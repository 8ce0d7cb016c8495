import { applyEdits, editBetween } from '../../model/textEdit';
import type { TextRange } from '../../model/textRange';
import type { Language } from '../citation';
import type { ReadingOptions } from '../citationLanguage';
import { citationLanguage } from '../citationLanguages';
import { type InsertionOptions, insertCitation } from '../edit/insertCitation';
import { asEditOf, type Insertion } from '../edit/joinInsertions';
import { isGroup } from './findPlaceholders';
import { placeholderMembers } from './placeholderPatterns';

type Options = ReadingOptions & Omit<InsertionOptions, 'parsed'>;

/** Stands where the first key will. */
const probe = 'placeholder-probe';

/**
 * The insertion that puts a citation where a placeholder stands, set off from the text as one that is newly written; for a placeholder among
 * the keys of a citation, the keys there.
 */
export function replacePlaceholder(
  text: string,
  range: TextRange,
  keys: readonly string[],
  language: Language,
  options: Options = {},
): Insertion {
  const member = replaceMember(text, range, keys, language, options);
  if (member) return member;
  const [start, end] = range;
  const without = text.slice(0, start) + text.slice(end);
  const parsed = citationLanguage(language).read(without, options);
  const inserted = insertCitation(without, start, keys, language, { ...options, parsed });
  return asEditOf(text, without, inserted, end);
}

/** `undefined` where the placeholder is none of several keys. */
function replaceMember(
  text: string,
  [start, end]: TextRange,
  [first, ...more]: readonly string[],
  language: Language,
  options: Options,
): Insertion | undefined {
  const written = placeholderMembers[language]?.written(probe);
  if (!written || first === undefined) return undefined;
  const probed = text.slice(0, start) + written + text.slice(end);
  const { read, renameKey } = citationLanguage(language);
  const parsed = read(probed, options);
  const citation = parsed.citations.find(({ keys }) => keys.some(({ key }) => key === probe));
  if (!citation || citation.start >= start || !isGroup(citation)) return undefined;
  const named = applyEdits(probed, renameKey(probed, probe, first, parsed));
  const behind = named.length - (text.length - end);
  if (!more.length) return { edits: [editBetween(text, named)], cursor: behind };
  const { edits, cursor } = insertCitation(named, behind, more, language, {
    ...options,
    parsed: read(named, options),
  });
  return { edits: [editBetween(text, applyEdits(named, edits))], cursor };
}
