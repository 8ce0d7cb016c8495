/** The part of citeproc-js that is used here. */
declare module 'citeproc' {
  interface System {
    retrieveLocale(language: string): string;
    retrieveItem(id: string): object;
  }

  interface BibliographyParameters {
    readonly entry_ids: readonly (readonly string[])[];
    readonly 'second-field-align': false | string;
  }

  export interface Engine {
    setOutputFormat(format: string): void;
    updateItems(ids: readonly string[]): void;
    /** `false` when the style has no bibliography. */
    makeBibliography(): readonly [BibliographyParameters, readonly string[]] | false;
  }

  interface OutputFormat {
    readonly text_escape: (text: string | undefined) => string;
    readonly [name: string]: unknown;
  }

  const CSL: {
    readonly Engine: new (system: System, style: string, language: string, forceLanguage: boolean) => Engine;
    readonly Output: { readonly Formats: Record<string, OutputFormat> };
  };
  export default CSL;
}
