import * as vscode from 'vscode';
import { isSwitchedOff, setting } from '../settings';

/** What other extensions give for citations too. */
export type SharedFeature = 'completion' | 'hover' | 'definition';

interface OtherExtension {
  readonly id: string;
  readonly languages: readonly string[];
  readonly features: readonly SharedFeature[];
  /** Settings of its own that switch a feature off when they are `false`. */
  readonly switches?: Partial<Record<SharedFeature, string>>;
}

const latex = ['latex', 'rsweave', 'jlweave'];
const markdown = ['markdown', 'quarto', 'rmd', 'juliamarkdown'];

/** What each does with the keys of a document's own bibliographies, by its documentation and sources in 2026. */
const known: readonly OtherExtension[] = [
  {
    id: 'James-Yu.latex-workshop',
    languages: latex,
    features: ['completion', 'hover', 'definition'],
    switches: { hover: 'latex-workshop.hover.citation.enabled' },
  },
  { id: 'efoerster.texlab', languages: latex, features: ['completion', 'hover', 'definition'] },
  { id: 'myriad-dreamin.tinymist', languages: ['typst'], features: ['completion', 'hover', 'definition'] },
  { id: 'quarto.quarto', languages: ['quarto'], features: ['completion', 'hover'] },
  { id: 'notZaki.pandocciter', languages: markdown, features: ['completion', 'hover', 'definition'] },
];

/**
 * Whether another extension that is running gives a feature for the keys of the document's own bibliographies, so that giving the same
 * again would only double it. Never so where `literature.otherExtensions` says `ignore`.
 */
export function isGivenByAnother(feature: SharedFeature, document: vscode.TextDocument): boolean {
  if (setting('otherExtensions', 'complement', document) !== 'complement') return false;
  return known.some(({ id, languages, features, switches }) => {
    if (!features.includes(feature) || !languages.includes(document.languageId)) return false;
    if (!vscode.extensions.getExtension(id)?.isActive) return false;
    const own = switches?.[feature];
    return !own || !isSwitchedOff(own, document);
  });
}
