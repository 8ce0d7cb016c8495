import { nearKeysIn } from '../library/find/nearKeys';
import type { AgentContext, AgentTool } from './agentTool';
import { AgentError } from './agentTool';
import { describeReference } from './describedReference';
import { matchReference } from './matchReference';

interface CheckInput {
  readonly keys?: readonly string[];
  readonly references?: readonly string[];
}

const maxChecked = 100;

export const checkTool: AgentTool<CheckInput> = {
  name: 'literature_check',
  title: 'Check Keys and References',
  description:
    'Says whether citation keys and references are real, that is, in the library: for each key its reference or similar keys, for each reference written as text (title, or authors, title and year) the paper it is or the nearest ones. Check before you cite anything from memory.',
  inputSchema: {
    type: 'object',
    properties: {
      keys: {
        type: 'array',
        items: { type: 'string' },
        maxItems: maxChecked,
        description: 'Citation keys, without @ or braces.',
      },
      references: {
        type: 'array',
        items: { type: 'string' },
        maxItems: maxChecked,
        description: 'References as text: a title, a DOI, or a line of a reference list.',
      },
    },
    additionalProperties: false,
  },
  async run({ keys = [], references = [] }, context) {
    if (!keys.length && !references.length)
      throw new AgentError('There is nothing to check: give keys or references.');
    const found = await context.library.find(keys);
    return {
      keys: await Promise.all(keys.map((key, index) => checkedKey(key, found[index], context))),
      references: await Promise.all(references.map(text => checkedReference(text, context))),
    };
  },
};

async function checkedKey(
  key: string,
  reference: Awaited<ReturnType<AgentContext['library']['find']>>[number],
  context: AgentContext,
) {
  if (reference) return { key, exists: true, reference: describeReference(reference, context) };
  return { key, exists: false, similarKeys: await nearKeysIn(context.library, key) };
}

async function checkedReference(text: string, context: AgentContext) {
  const { match, nearest } = await matchReference(text, context.library);
  return match
    ? { text, exists: true, reference: describeReference(match, context) }
    : { text, exists: false, nearest: nearest.map(reference => describeReference(reference, context)) };
}
