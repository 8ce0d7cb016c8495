// literature mcp [--write] [FOLDER]
// A server of the Model Context Protocol over standard input and output, for the documents and bibliographies of FOLDER (the current one
// unless told). With --write, `literature_cite` changes files; without, it returns the edits.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { AgentTool } from '../core/agents/agentTool';
import { readingTools } from '../core/agents/agentTools';
import { citeTool } from '../core/agents/citeTool';
import { makeNodeLibrary } from '../node/nodeLibrary';
import { citeInFiles } from './citeInFiles';
import { FolderContext } from './folderContext';
import { FolderSources } from './folderSources';
import { makeMcpServer } from './mcpServer';

const usage = 'usage: literature mcp [--write] [FOLDER]';

export async function serveMcp(args: readonly string[], root: string): Promise<void> {
  const { folder, write } = optionsOf(args);
  const library = makeNodeLibrary(root);
  const sources = new FolderSources(library, folder);
  const context = new FolderContext(library, sources, folder, root);
  const { name, version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<
    'name' | 'version',
    string
  >;
  const cite = citeTool(request => citeInFiles(request, library, folder, write));
  const server = makeMcpServer({
    name,
    version,
    tools: [...readingTools, cite as AgentTool<never>],
    context: async () => {
      await sources.refresh();
      return context;
    },
  });
  await server.connect(new StdioServerTransport());
}

function optionsOf(args: readonly string[]): { readonly folder: string; readonly write: boolean } {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: { write: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const folder = path.resolve(positionals[0] ?? '.');
    if (positionals.length > 1 || !fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory())
      throw new Error(`There is no folder ${folder}.`);
    return { folder, write: values.write };
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    console.error(usage);
    process.exit(2);
  }
}

void serveMcp(process.argv.slice(2), process.env.LITERATURE_ROOT ?? path.resolve(__dirname, '..'));
