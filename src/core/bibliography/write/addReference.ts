import type { CslItem } from '../../model/reference';
import type { BibliographyFormatId } from '../../model/source';
import type { TextEdit } from '../../model/textEdit';
import type { AddingOptions } from '../bibliographyFormat';
import { formatOf } from '../formats';

/**
 * The edit that adds a reference to the text of a bibliography, in its format and style. `undefined` where the text is not what the
 * format promises.
 */
export function addReference(
  text: string,
  format: BibliographyFormatId,
  item: CslItem,
  key: string,
  options: AddingOptions = {},
): TextEdit | undefined {
  return formatOf(format).append(text, item, key, options);
}
