import { citedKeys } from '../citing/citedKeys';
import { undefinedKeys } from '../citing/undefinedKeys';
import { knownKeys } from '../library/documents/citationProblems';
import { definedReferences } from '../library/documents/definedReferences';
import { TextLines } from '../util/lines/lineIndex';
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
    const { citations, applied, text } = document;
    const own = new Set([...citations.definedKeys.map(({ key }) => key), ...applied.definedKeys]);
    const cited = citedKeys(citations);
    const defined = await definedReferences(
      context.library,
      cited.map(({ key }) => key),
      applied,
    );
    const undefinedOnes = new Set(
      undefinedKeys(citations, knownKeys(applied, defined)).map(({ key }) => key),
    );
    const lines = new TextLines(text);
    return {
      file: document.path,
      cited: cited.map(({ key, occurrences }) => {
        const reference = defined.get(key);
        const isDefined = reference !== undefined || own.has(key);
        const status = isDefined ? 'defined' : undefinedOnes.has(key) ? 'undefined' : 'unknown';
        return {
          key,
          status,
          lines: occurrences.map(({ start }) => lines.positionAt(start).line + 1),
          ...(reference && { reference: describeReference(reference, context) }),
        };
      }),
    };
  },
};
