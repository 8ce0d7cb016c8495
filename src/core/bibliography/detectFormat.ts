import type { BibliographyFormatId } from '../model/source';
import { formatOf, formats } from './formats';

/** How much of a file's beginning tells its format. */
const headLength = 10_000;

/**
 * The format of a bibliography by its name, and by how its text begins where several formats share the name's ending or none has it;
 * `undefined` for something else. `readBy` settles what an empty file is to become: Typst's `.yml` is Hayagriva.
 */
export function detectFormat(
  fileName: string,
  content = '',
  readBy?: 'latex' | 'markdown' | 'typst' | 'rst',
): BibliographyFormatId | undefined {
  const extension = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const candidates = formats.filter(({ extensions }) => extensions.includes(extension));
  if (candidates.length === 1) return candidates[0]!.id;
  const head = content.slice(0, headLength);
  const recognized = (candidates.length ? candidates : formats).find(format => format.recognizes(head));
  if (recognized || candidates.length === 0) return recognized?.id;
  const usual = readBy === 'typst' && candidates.find(({ id }) => id === 'hayagriva');
  return (usual || candidates[0]!).id;
}

/** The format a file is really in, of those that share the ending of the one it was taken for. */
export function formatOfContent(taken: BibliographyFormatId, content: string): BibliographyFormatId {
  const [extension] = formatOf(taken).extensions;
  return detectFormat(`.${extension}`, content) ?? taken;
}
