import type { AgentTool } from './agentTool';
import { AgentError } from './agentTool';

interface FormatInput {
  readonly keys: readonly string[];
  readonly style?: string;
}

const maxFormatted = 200;

export const formatTool: AgentTool<FormatInput> = {
  name: 'literature_format',
  title: 'Format References',
  description:
    'Formats references of the library as a citation style lists them (APA, IEEE, Chicago, Nature, ACM, or a .csl file), in the order of the style. Never write a reference list from memory: format the keys.',
  inputSchema: {
    type: 'object',
    properties: {
      keys: {
        type: 'array',
        items: { type: 'string' },
        minItems: 1,
        maxItems: maxFormatted,
        description: 'Citation keys.',
      },
      style: {
        type: 'string',
        minLength: 1,
        description:
          "apa, ieee, chicago-author-date, nature, acm, or the path of a .csl file; the writer's own style unless told.",
      },
    },
    required: ['keys'],
    additionalProperties: false,
  },
  async run({ keys, style }, context) {
    const found = await context.library.find(keys);
    const missing = keys.filter((_, index) => !found[index]);
    const items = found.flatMap((reference, index) =>
      reference ? [{ ...reference.item, id: keys[index]! }] : [],
    );
    if (!items.length) throw new AgentError(`The library has none of these keys: ${missing.join(', ')}.`);
    const formatted = await context.format(items, style);
    return { ...formatted, ...(missing.length && { missing }) };
  },
};
