/** A citation style that comes with the extension: its file is `data/styles/<id>.csl`. */
export interface BundledStyle {
  readonly id: string;
  readonly label: string;
}

export const bundledStyles: readonly BundledStyle[] = [
  { id: 'apa', label: 'APA' },
  { id: 'ieee', label: 'IEEE' },
  { id: 'chicago-author-date', label: 'Chicago (author-date)' },
  { id: 'nature', label: 'Nature' },
  { id: 'acm', label: 'ACM' },
];

/** Languages whose words come with the extension: `data/styles/locales-<language>.xml`. */
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
