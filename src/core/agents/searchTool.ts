import type { SearchHit } from '../library/libraryService';
import type { AgentContext, AgentTool } from './agentTool';
import { describeReference } from './describedReference';

interface SearchInput {
  readonly query: string;
  readonly limit?: number;
}

const usualLimit = 8;
const maxResults = 30;

export const searchTool: AgentTool<SearchInput> = {
  name: 'literature_search',
  title: 'Search Literature',
  description:
    "Searches the writer's bibliographies and a bundled collection of papers by title, author, year, topic or meaning. Returns for each paper its citation key, title, authors, year, venue, the file and line of its entry, and the best matching sentence of its abstract; the writer's own papers come first. Only papers it returns may be cited, by exactly these keys.",
  inputSchema: {
    type: 'object',
    properties: {
      query: {
        type: 'string',
        minLength: 1,
        description:
          'Words, a title, names, or a sentence that needs support. Filters: author: year:2021..2023 title: venue: topic: "exact phrase" -word.',
      },
      limit: {
        type: 'integer',
        minimum: 1,
        maximum: maxResults,
        description: `How many papers, ${usualLimit} unless told.`,
      },
    },
    required: ['query'],
    additionalProperties: false,
  },
  async run({ query, limit = usualLimit }, context) {
    const { hits, hint, partial } = await context.library.search({ query, limit, unfinished: false });
    return {
      results: hits.map(hit => result(hit, context)),
      ...(hint && { hint }),
      ...(partial && { hint: 'The library is still being read: the same search may find more in a moment.' }),
    };
  },
};

function result({ reference, sentence }: SearchHit, context: AgentContext) {
  return { ...describeReference(reference, context), ...(sentence && { sentence: sentence.text }) };
}
