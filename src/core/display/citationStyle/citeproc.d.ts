/** The part of citeproc-js that is used here. */
declare module 'citeproc' {
  interface System {
    retrieveLocale(language: string): string;
    retrieveItem(id: string): object;
  }

  interface BibliographyParameters {
    readonly entry_ids: readonly (readonly string[])[];
    readonly 'second-field-align': false | string;
    readonly hangingindent?: boolean | number;
  }

  export interface CitationItem {
    readonly id: string;
    readonly prefix?: string;
    readonly suffix?: string;
    readonly locator?: string;
    readonly label?: string;
    readonly 'suppress-author'?: boolean;
    readonly 'author-only'?: boolean;
  }

  interface CitationCluster {
    readonly citationID: string;
    readonly citationItems: readonly CitationItem[];
    /** `noteIndex` is 0 in the text; `unsorted` keeps the items as they are given. */
    readonly properties: { readonly noteIndex: number; readonly unsorted?: boolean };
  }

  export interface Engine {
    readonly opt: { readonly xclass: string };
    readonly citation: {
      readonly opt: {
        readonly layout_prefix?: string;
        readonly layout_suffix?: string;
        readonly layout_delimiter?: string;
        readonly layout_decorations?: readonly (readonly [name: string, value: string])[];
      };
    };
    setOutputFormat(format: string): void;
    updateItems(ids: readonly string[]): void;
    updateUncitedItems(ids: readonly string[]): void;
    /** Formats all citations of a document, in order; what was known of another is forgotten. */
    rebuildProcessorState(
      citations: readonly CitationCluster[],
      format: string,
      uncited: readonly string[],
    ): readonly (readonly [id: string, note: number, text: string])[];
    /** Formats items apart from the document's citations. */
    makeCitationCluster(items: readonly CitationItem[]): string;
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
