import { nearKeysIn } from '../library/find/nearKeys';
import type { AgentTool } from './agentTool';
import { AgentError } from './agentTool';
import { describeReference } from './describedReference';

interface GetInput {
  readonly key: string;
}

export const getTool: AgentTool<GetInput> = {
  name: 'literature_get',
  title: 'Get Reference',
  description:
    'Returns one reference of the library whole: all fields as CSL-JSON, the abstract, the BibTeX entry, and the files and lines that define it. Fails, with similar keys, when no reference has this key.',
  inputSchema: {
    type: 'object',
    properties: {
      key: { type: 'string', minLength: 1, description: 'A citation key, without @ or braces.' },
    },
    required: ['key'],
    additionalProperties: false,
  },
  async run({ key }, context) {
    const [reference] = await context.library.find([key]);
    if (!reference) {
      const similar = await nearKeysIn(context.library, key);
      const advice = similar.length ? ` Similar keys: ${similar.join(', ')}.` : '';
      throw new AgentError(`No reference of the library has the key “${key}”.${advice}`);
    }
    const { custom, ...item } = reference.item;
    return {
      ...describeReference(reference, context),
      item,
      bibtex: await context.library.bibtex(reference.key),
    };
  },
};
