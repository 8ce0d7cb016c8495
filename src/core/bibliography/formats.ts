import type { BibliographyFormatId } from '../model/source';
import type { BibliographyFormat } from './bibliographyFormat';
import { bibtexFormat } from './bibtex/bibtexFormat';
import { cslJsonFormat } from './csl/cslJsonFormat';
import { cslYamlFormat } from './csl/cslYamlFormat';
import { hayagrivaFormat } from './hayagriva/hayagrivaFormat';
import { risFormat } from './ris/risFormat';

/** Every format of bibliographies that is read and written. Of those that share an ending the first is meant where nothing tells more. */
export const formats: readonly BibliographyFormat[] = [
  bibtexFormat,
  cslJsonFormat,
  cslYamlFormat,
  hayagrivaFormat,
  risFormat,
];

const byId = new Map(formats.map(format => [format.id, format]));

export function formatOf(id: BibliographyFormatId): BibliographyFormat {
  return byId.get(id)!;
}
