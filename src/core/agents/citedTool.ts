import { citationLanguage } from '../citing/citationLanguages';
import { citedKeys } from '../citing/citedKeys';
import { TextLines } from '../util/lineIndex';
import type { AgentTool } from './agentTool';
import { describeReference } from './describedReference';

interface CitedInput {
  readonly file?: string;
}

export const citedTool: AgentTool<CitedInput> = {
  name: 'literature_cited',
  title: 'List Citations of a Document',
  description:
    'Lists what a Markdown, LaTeX or Typst document cites: every key in order, whether a bibliography of the document defines it, the reference it stands for, and the lines that cite it. “unknown” means that a bibliography could not be read, so that nothing can be said.',
  inputSchema: {
    type: 'object',
    properties: {
      file: {
        type: 'string',
        minLength: 1,
        description: 'Path of the document; the one in hand unless told.',
      },
    },
    additionalProperties: false,
  },
  async run({ file }, context) {
    const document = await context.openDocument(file);
    const { citations, definedKeys, isComplete, sources, text } = document;
    const { isComputedKey } = citationLanguage(citations.language);
    const own = new Set([...citations.definedKeys.map(({ key }) => key), ...definedKeys]);
    const cited = citedKeys(citations);
    const found = await context.library.find(
      cited.map(({ key }) => key),
      sources,
    );
    const lines = new TextLines(text);
    const applied = new Set(sources);
    return {
      file: document.path,
      cited: cited.map(({ key, occurrences }, index) => {
        const reference = found[index];
        const isApplied = reference?.origins.some(origin => origin.key === key && applied.has(origin.source));
        const status =
          isApplied || own.has(key) ? 'defined' : isComplete && !isComputedKey(key) ? 'undefined' : 'unknown';
        return {
          key,
          status,
          lines: occurrences.map(({ start }) => lines.positionAt(start).line + 1),
          ...(reference && isApplied && { reference: describeReference(reference, context) }),
        };
      }),
    };
  },
};
