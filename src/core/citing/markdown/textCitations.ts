import type { Citation, MarkdownDialect } from '../citation';
import { CitationGroups } from './inline/citationGroups';
import { crossReferencesOf, extensionsOf } from './inline/crossReferences';
import { InlineReader } from './inline/inlineReader';

/** The citations of one paragraph, heading or cell, read apart from its document: offsets are into `text`, line ends are `\n`. */
export function citationsInText(text: string, dialect: MarkdownDialect): readonly Citation[] {
  if (!text.includes('@')) return [];
  const { root, unfinished } = new InlineReader(text, extensionsOf(dialect)).read(false);
  const groups = new CitationGroups(
    text,
    at => at,
    () => false,
    unfinished,
  );
  groups.read(root);
  const kindOf = crossReferencesOf(dialect);
  return groups.citations.filter(({ keys }) => keys.some(({ key }) => kindOf(key) === 'citation'));
}
