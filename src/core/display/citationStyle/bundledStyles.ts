/** A citation style that comes with the extension: its file is `dist/styles/<id>.csl`. */
export interface BundledStyle {
  readonly id: string;
  readonly label: string;
  /** Its name in the repository of CSL styles. */
  readonly origin: string;
}

export const bundledStyles: readonly BundledStyle[] = [
  { id: 'apa', label: 'APA', origin: 'apa' },
  { id: 'ieee', label: 'IEEE', origin: 'ieee' },
  { id: 'chicago-author-date', label: 'Chicago 17th edition (author-date)', origin: 'chicago-author-date' },
  { id: 'nature', label: 'Nature', origin: 'nature' },
  { id: 'acm', label: 'ACM', origin: 'association-for-computing-machinery' },
];

/** Languages whose words come with the extension: `dist/styles/locales-<language>.xml`. */
export const bundledLocales = ['en-US', 'de-DE', 'fr-FR'] as const;

/** The bundled language nearest to one asked for: `de-AT` → `de-DE`, `pt-BR` → `en-US`. */
export function nearestLocale(language: string): (typeof bundledLocales)[number] {
  const base = language.slice(0, 2).toLowerCase();
  return (
    bundledLocales.find(locale => locale === language) ??
    bundledLocales.find(locale => locale.startsWith(base)) ??
    'en-US'
  );
}
