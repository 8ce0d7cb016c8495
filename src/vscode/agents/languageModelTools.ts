import * as vscode from 'vscode';
import { AgentError, type AgentTool } from '../../core/agents/agentTool';
import { readingTools, runTool } from '../../core/agents/agentTools';
import { type CiteRequest, citeTool } from '../../core/agents/citeTool';
import { plainLabel } from '../../core/display/text/plainText';
import type { CitationInserter } from '../citing/citationInserter';
import type { InsertionTargets } from '../documents/insertionTarget';
import { rangeOf } from '../documents/textEdits';
import type { EditorContext } from './editorContext';

/** Lets the language models that the writer talks to ask the library, and cite, by the tools that package.json declares. */
export function registerLanguageModelTools(
  context: EditorContext,
  inserter: CitationInserter,
  targets: InsertionTargets,
): vscode.Disposable {
  const cite = citeTool(request => citeInEditor(request, context, inserter, targets));
  return vscode.Disposable.from(
    ...[...readingTools, cite as AgentTool<never>].map(tool =>
      vscode.lm.registerTool(tool.name, new LanguageModelTool(tool, context)),
    ),
  );
}

class LanguageModelTool implements vscode.LanguageModelTool<object> {
  constructor(
    private readonly tool: AgentTool<never>,
    private readonly context: EditorContext,
  ) {}

  prepareInvocation({ input }: vscode.LanguageModelToolInvocationPrepareOptions<object>) {
    const { title, changesFiles } = this.tool;
    const said = plainLabel(describeInput(input));
    return {
      invocationMessage: said ? `${title}: ${said}` : title,
      ...(changesFiles && {
        confirmationMessages: { title, message: new vscode.MarkdownString().appendText(`${said}?`) },
      }),
    };
  }

  async invoke({
    input,
  }: vscode.LanguageModelToolInvocationOptions<object>): Promise<vscode.LanguageModelToolResult> {
    const answer = await runTool(this.tool, input, this.context).catch((error: unknown) => {
      if (error instanceof AgentError) return { error: error.message };
      throw error;
    });
    return new vscode.LanguageModelToolResult([
      new vscode.LanguageModelTextPart(JSON.stringify(answer, undefined, 2)),
    ]);
  }
}

/** What is asked for, as people see it while it is answered: `file paper.md, keys roe2001`. */
function describeInput(input: object): string {
  return Object.entries(input)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => (name === 'query' ? `“${value}”` : `${name} ${[value].flat().join(', ')}`))
    .join(', ');
}

/** Cites by the one way that everything is written, and says what became of the document. */
async function citeInEditor(
  { document: { path, text }, offset, references, form, locator }: CiteRequest,
  context: EditorContext,
  inserter: CitationInserter,
  targets: InsertionTargets,
): Promise<object> {
  const document = await context.textDocument(path);
  if (document.getText() !== text) throw new AgentError(`${path} has changed meanwhile. Ask again.`);
  const { end } = rangeOf(document, offset, offset);
  const viewColumn = vscode.window.visibleTextEditors.find(
    editor => editor.document === document,
  )?.viewColumn;
  const { version } = document;
  const target = targets.at(document, [new vscode.Selection(end, end)], viewColumn);
  await inserter.insert(references, target, { form, ...(locator && { locator }) });
  if (document.version === version) throw new AgentError('Nothing was cited: the writer decided otherwise.');
  const line = document.positionAt(Math.min(offset, document.getText().length)).line;
  return { file: path, line: line + 1, text: document.lineAt(line).text };
}
