import * as vscode from 'vscode';
import type { BibliographyFormatId } from '../core/model/source';
import { isSwitchedOff, setting } from './settings';

/** What other extensions give for citations too. */
export type SharedFeature = 'completion' | 'hover' | 'definition';

/** What an editor can do with a bibliography, which other extensions may do already. */
export type BibliographyFeature = 'outline' | 'folding' | 'definitions';

interface OtherExtension {
  readonly id: string;
  /** What it does with the keys of a document's own bibliographies, in documents of these languages. */
  readonly citing?: {
    readonly languages: readonly string[];
    readonly features: readonly SharedFeature[];
    /** Settings of its own that switch a feature off when they are `false`. */
    readonly switches?: Partial<Record<SharedFeature, string>>;
  };
  /** What it does with bibliographies as documents. */
  readonly bibliographies?: {
    readonly formats: readonly BibliographyFormatId[];
    readonly features: readonly BibliographyFeature[];
  };
}

const latex = ['latex', 'rsweave', 'jlweave'];
const markdown = ['markdown', 'quarto', 'rmd', 'juliamarkdown'];
const allOfCiting = ['completion', 'hover', 'definition'] as const;

/** By their documentation and sources in 2026. */
const known: readonly OtherExtension[] = [
  {
    id: 'James-Yu.latex-workshop',
    citing: {
      languages: latex,
      features: allOfCiting,
      switches: { hover: 'latex-workshop.hover.citation.enabled' },
    },
    bibliographies: { formats: ['bibtex'], features: ['outline'] },
  },
  {
    id: 'efoerster.texlab',
    citing: { languages: latex, features: allOfCiting },
    bibliographies: { formats: ['bibtex'], features: ['outline', 'folding', 'definitions'] },
  },
  { id: 'myriad-dreamin.tinymist', citing: { languages: ['typst'], features: allOfCiting } },
  { id: 'quarto.quarto', citing: { languages: ['quarto'], features: ['completion', 'hover'] } },
  { id: 'notZaki.pandocciter', citing: { languages: markdown, features: allOfCiting } },
  {
    id: 'redhat.vscode-yaml',
    bibliographies: { formats: ['hayagriva', 'csl-yaml'], features: ['outline'] },
  },
];

/**
 * Whether another extension gives a feature for the keys of the document's own bibliographies, so that giving the same again would only
 * double it.
 */
export function isGivenByAnother(feature: SharedFeature, document: vscode.TextDocument): boolean {
  return isLeftToAnother(document, ({ citing }) => {
    if (!citing?.features.includes(feature) || !citing.languages.includes(document.languageId)) return false;
    const own = citing.switches?.[feature];
    return !own || !isSwitchedOff(own, document);
  });
}

/** Whether another extension does this with a bibliography, so that we stay silent. */
export function isDoneByAnother(
  feature: BibliographyFeature,
  format: BibliographyFormatId,
  document: vscode.TextDocument,
): boolean {
  return isLeftToAnother(
    document,
    ({ bibliographies }) =>
      bibliographies?.formats.includes(format) === true && bibliographies.features.includes(feature),
  );
}

/** Only to one that is running: it may be installed and have failed to start. Never where `literature.otherExtensions` says `ignore`. */
function isLeftToAnother(
  document: vscode.TextDocument,
  gives: (extension: OtherExtension) => boolean,
): boolean {
  if (setting('otherExtensions', 'complement', document) !== 'complement') return false;
  return known.some(one => gives(one) && vscode.extensions.getExtension(one.id)?.isActive);
}
