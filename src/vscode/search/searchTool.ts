import * as vscode from 'vscode';
import { describe } from '../../core/display/describe';
import type { LibraryService, SearchHit } from '../../core/library/libraryService';

interface SearchToolInput {
  readonly query: string;
  readonly limit?: number;
}

/** As package.json declares it. */
export const searchToolName = 'literature_search';

const usualLimit = 8;
const maxResults = 30;

/** Lets a language model that the writer talks to look papers up, in the same library and order as the quick pick. */
export class LiteratureSearchTool implements vscode.LanguageModelTool<SearchToolInput> {
  static register(library: LibraryService): vscode.Disposable {
    return vscode.lm.registerTool(searchToolName, new LiteratureSearchTool(library));
  }

  private constructor(private readonly library: LibraryService) {}

  prepareInvocation({ input }: vscode.LanguageModelToolInvocationPrepareOptions<SearchToolInput>) {
    return { invocationMessage: `Searching the library for “${input.query}”` };
  }

  async invoke({
    input,
  }: vscode.LanguageModelToolInvocationOptions<SearchToolInput>): Promise<vscode.LanguageModelToolResult> {
    const limit = Math.min(input.limit ?? usualLimit, maxResults);
    const { hits } = await this.library.search({ query: input.query, limit, unfinished: false });
    const text = hits.length ? hits.map(listed).join('\n\n') : 'The library has nothing like it.';
    return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
  }
}

function listed({ reference, sentence }: SearchHit): string {
  const { title, byline } = describe(reference.item);
  const lines = [`citation key: ${reference.key}`, title, byline, sentence?.text];
  return lines.filter(Boolean).join('\n');
}
