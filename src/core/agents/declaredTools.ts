import type { AgentTool } from './agentTool';
import { readingTools } from './agentTools';
import { citeTool } from './citeTool';

/** How people see a tool, and refer to it in a prompt. */
const shown: Readonly<
  Record<string, { readonly reference: string; readonly icon: string; readonly says: string }>
> = {
  literature_search: {
    reference: 'literature',
    icon: '$(book)',
    says: 'Finds papers in your bibliographies and the bundled collection.',
  },
  literature_get: {
    reference: 'literatureGet',
    icon: '$(book)',
    says: 'Reads one reference with its abstract.',
  },
  literature_cited: {
    reference: 'literatureCited',
    icon: '$(list-unordered)',
    says: 'Lists what a document cites, and which keys nothing defines.',
  },
  literature_check: {
    reference: 'literatureCheck',
    icon: '$(verified)',
    says: 'Tells whether citation keys and references are real.',
  },
  literature_cite: {
    reference: 'literatureCite',
    icon: '$(quote)',
    says: 'Cites papers in a document, and adds them to its bibliography. You are asked before.',
  },
  literature_format: {
    reference: 'literatureFormat',
    icon: '$(list-ordered)',
    says: 'Formats references in a citation style.',
  },
};

/** What `contributes.languageModelTools` of package.json has to hold. */
export function declaredTools(): object[] {
  const tools = [...readingTools, citeTool(async () => ({})) as AgentTool<never>];
  return tools.map(({ name, title, description, inputSchema }) => ({
    name,
    displayName: title,
    toolReferenceName: shown[name]!.reference,
    canBeReferencedInPrompt: true,
    icon: shown[name]!.icon,
    userDescription: shown[name]!.says,
    modelDescription: description,
    inputSchema,
  }));
}
