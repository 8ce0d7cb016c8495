import * as vscode from 'vscode';
import type { BibliographyFormatId } from '../../core/model/source';

/** What an editor can do with a bibliography, which other extensions may do already. */
export type Feature = 'outline' | 'folding' | 'definitions';

/** Extensions that know bibliographies of a format as documents, by what they do with them. Those that are switched off do nothing. */
const others: readonly {
  readonly id: string;
  readonly formats: readonly BibliographyFormatId[];
  readonly features: readonly Feature[];
}[] = [
  { id: 'james-yu.latex-workshop', formats: ['bibtex'], features: ['outline'] },
  { id: 'efoerster.texlab', formats: ['bibtex'], features: ['outline', 'folding', 'definitions'] },
  { id: 'redhat.vscode-yaml', formats: ['hayagriva', 'csl-yaml'], features: ['outline'] },
];

/** Whether another extension does this, so that we stay silent. */
export function isDoneByOther(feature: Feature, format: BibliographyFormatId): boolean {
  return others.some(
    ({ id, formats, features }) =>
      formats.includes(format) &&
      features.includes(feature) &&
      vscode.extensions.getExtension(id) !== undefined,
  );
}
