import type * as vscode from 'vscode';
import { wildcardKey } from '../../core/citing/citedKeys';
import type { MarkdownDocument } from '../../core/citing/markdown/readMarkdown';
import { undefinedKeys } from '../../core/citing/undefinedKeys';
import { undefinedKeyText } from '../../core/display/citationProblemText';
import { documentPlainly } from '../../core/display/citationStyle/documentPlainly';
import type { AppliedBibliographies } from '../../core/library/documents/appliedBibliographies';
import { knownKeys } from '../../core/library/documents/citationProblems';
import { definedReferences } from '../../core/library/documents/definedReferences';
import { inlineReferences } from '../../core/library/documents/inlineReferences';
import type { LibraryService } from '../../core/library/libraryService';
import type { CslItem } from '../../core/model/reference';
import { type PreviewAnswer, previewAnswer, shownCitations } from '../../core/preview/previewAnswer';
import type { PreviewRequest } from '../../core/preview/previewRequest';
import { errorMessage } from '../../core/util/errorMessage';
import { say } from '../../core/util/say';
import type { DocumentBibliographies } from '../documents/documentBibliographies';
import { type LoadedStyle, styleNamed, styleOf } from '../formatting/citationStyles';
import type { FormatterHost } from '../formatting/formatterHost';

/** How a document's citations are shown in the preview, by what the library has and the style says. */
export class PreviewFormatting {
  constructor(
    private readonly library: LibraryService,
    private readonly bibliographies: DocumentBibliographies,
    private readonly formatter: FormatterHost,
    private readonly extensionUri: vscode.Uri,
  ) {}

  /** `undefined` for a document that is shown as it is written. */
  async answer(
    document: vscode.TextDocument,
    reading: MarkdownDocument,
    request: PreviewRequest,
    applied: AppliedBibliographies,
  ): Promise<PreviewAnswer | undefined> {
    const items = await this.itemsOf(document, reading, request, applied);
    const missing = new Set(undefinedKeys(reading, knownKeys(applied, items)).map(({ key }) => key));
    const cited = request.citations.flatMap(({ works }) => works.map(({ key }) => key));
    const elsewhere = new Set(cited.filter(key => !items.has(key) && !missing.has(key)));
    const citations = shownCitations(request, { items, elsewhere });
    if (!citations.length && !items.size) return undefined;
    const content = {
      citations: citations.map(({ works }) => works),
      items: [...items.values()],
      uncited: [...items.keys()].filter(key => !cited.includes(key)),
      elsewhere: [...elsewhere],
    };
    const { style, problem } = await this.styleOf(document);
    const formatted = await this.formatter
      .formatDocument(content, style.text, request.settings.language)
      .catch(error =>
        documentPlainly(content, say('The citation style could not be used: {0}', errorMessage(error))),
      );
    return previewAnswer(citations, formatted, request.settings, {
      items,
      elsewhere,
      problem,
      undefinedText: undefinedKeyText,
    });
  }

  /** The works that are cited or to be listed, by the keys that the document has for them. */
  private async itemsOf(
    document: vscode.TextDocument,
    reading: MarkdownDocument,
    { citations, uncited }: PreviewRequest,
    applied: AppliedBibliographies,
  ): Promise<ReadonlyMap<string, CslItem>> {
    const keys = [...new Set([...citations.flatMap(({ works }) => works.map(({ key }) => key)), ...uncited])];
    const items = new Map<string, CslItem>();
    const defined = await definedReferences(this.library, keys, applied);
    for (const [key, { item }] of defined) items.set(key, { ...item, id: key });
    const listed = inlineReferences(document, reading);
    for (const { key, item } of listed) if (item && keys.includes(key)) items.set(key, { ...item, id: key });
    if (!uncited.includes(wildcardKey)) return items;
    for (const source of applied.sources)
      for (const { key, item } of await this.library.contents(source))
        if (!items.has(key)) items.set(key, { ...item, id: key });
    for (const { key, item } of listed) if (item && !items.has(key)) items.set(key, { ...item, id: key });
    return items;
  }

  /** The document's style; another one, and why, where that cannot be had. */
  private async styleOf(
    document: vscode.TextDocument,
  ): Promise<{ readonly style: LoadedStyle; readonly problem?: string }> {
    try {
      const found = await this.bibliographies.of(document);
      const declared = found?.csl && this.bibliographies.uriOf(document, found.csl.path);
      return { style: await styleOf(this.extensionUri, document.uri, declared) };
    } catch (error) {
      return {
        style: await styleNamed(this.extensionUri, 'apa', undefined),
        problem: errorMessage(error),
      };
    }
  }
}
