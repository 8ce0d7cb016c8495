import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { type AgentContext, AgentError, type AgentTool } from '../core/agents/agentTool';
import { runTool } from '../core/agents/agentTools';

export interface McpServerParts {
  readonly name: string;
  readonly version: string;
  readonly tools: readonly AgentTool<never>[];
  /** Called before every tool: what it answers from is up to date. */
  readonly context: () => Promise<AgentContext>;
}

/**
 * A server of the Model Context Protocol (revision 2025-06-18) for the tools: what the editor offers its own language models, for every other
 * agent. Answers come as structured content, and once more as text for clients that know no other.
 */
export function makeMcpServer({ name, version, tools, context }: McpServerParts): Server {
  const server = new Server(
    { name, version, title: 'Literature Lookup' },
    {
      capabilities: { tools: {} },
      instructions:
        "Finds and checks references in the writer's own bibliographies and a bundled collection. Cite only papers that these tools return, by exactly their keys; never write a reference from memory.",
    },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: tools.map(({ name, title, description, inputSchema, changesFiles }) => ({
      name,
      title,
      description,
      inputSchema: inputSchema as { type: 'object' },
      annotations: { title, readOnlyHint: !changesFiles, openWorldHint: false },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const tool = tools.find(one => one.name === params.name);
    if (!tool)
      return failed(`There is no tool “${params.name}”; there are ${tools.map(one => one.name).join(', ')}.`);
    try {
      const answer = await runTool(tool, params.arguments, await context());
      return {
        structuredContent: answer as Record<string, unknown>,
        content: [{ type: 'text' as const, text: JSON.stringify(answer, undefined, 2) }],
      };
    } catch (error) {
      if (error instanceof AgentError) return failed(error.message);
      throw error;
    }
  });
  return server;
}

function failed(text: string) {
  return { isError: true, content: [{ type: 'text' as const, text }] };
}
