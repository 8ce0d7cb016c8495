import { type AgentContext, AgentError, type AgentTool } from './agentTool';
import { checkTool } from './checkTool';
import { citedTool } from './citedTool';
import { formatTool } from './formatTool';
import { getTool } from './getTool';
import { inputProblem } from './inputSchema';
import { searchTool } from './searchTool';

/** Every tool that only reads; `literature_cite` changes files, which the editor and the command line do in ways of their own. */
export const readingTools: readonly AgentTool<never>[] = [
  searchTool,
  getTool,
  citedTool,
  checkTool,
  formatTool,
];

/** Runs a tool on whatever a model sent. Throws an `AgentError` that says what to send instead. */
export async function runTool(
  tool: AgentTool<never>,
  input: unknown,
  context: AgentContext,
): Promise<object> {
  const problem = inputProblem(tool.inputSchema, input ?? {});
  if (problem) throw new AgentError(problem);
  return tool.run((input ?? {}) as never, context);
}
