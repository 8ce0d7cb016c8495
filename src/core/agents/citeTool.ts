import type { Form } from '../citing/citation';
import { nearKeysIn } from '../library/find/nearKeys';
import type { LibraryReference } from '../library/libraryService';
import { TextLines } from '../util/lines/lineIndex';
import { type AgentContext, type AgentDocument, AgentError, type AgentTool } from './agentTool';

export interface CiteInput {
  readonly file?: string;
  readonly keys: readonly string[];
  readonly after?: string;
  readonly line?: number;
  readonly form?: 'parenthetical' | 'in-text' | 'year-only';
  readonly locator?: string;
}

/** What a request to cite comes to. */
export interface CiteRequest {
  readonly document: AgentDocument;
  /** Where in its text, in UTF-16 code units. */
  readonly offset: number;
  readonly references: readonly LibraryReference[];
  readonly form: Form;
  readonly locator?: string;
}

const formOf: Readonly<Record<NonNullable<CiteInput['form']>, Form>> = {
  parenthetical: 'normal',
  'in-text': 'inText',
  'year-only': 'suppressAuthor',
};

/** The tool that cites, by the way that citations are written where it runs. */
export function citeTool(cite: (request: CiteRequest) => Promise<object>): AgentTool<CiteInput> {
  return {
    name: 'literature_cite',
    title: 'Cite in a Document',
    description:
      'Cites references of the library at a place in a Markdown, LaTeX or Typst document, in the language and habit of the document, and adds their entries to its bibliography where they are missing. Say the place by the text that the citation follows, or by a line. Keys that the library does not have are refused.',
    changesFiles: true,
    inputSchema: {
      type: 'object',
      properties: {
        file: {
          type: 'string',
          minLength: 1,
          description: 'Path of the document; the one in hand unless told.',
        },
        keys: {
          type: 'array',
          items: { type: 'string' },
          minItems: 1,
          maxItems: 20,
          description: 'Citation keys, as literature_search gave them. Several make one citation.',
        },
        after: {
          type: 'string',
          minLength: 1,
          description:
            'Text of the document that the citation is to follow, word for word, long enough to occur once.',
        },
        line: {
          type: 'integer',
          minimum: 1,
          description: 'Instead of “after”: the line at whose end to cite, from 1.',
        },
        form: {
          type: 'string',
          enum: Object.keys(formOf),
          description: 'parenthetical unless told; in-text for “Roe (2001)”.',
        },
        locator: { type: 'string', minLength: 1, description: 'A page or section: p. 3.' },
      },
      required: ['keys'],
      additionalProperties: false,
    },
    async run(input, context) {
      const document = await context.openDocument(input.file);
      return cite({
        document,
        offset: placeIn(document, input),
        references: await referencesOf(input.keys, document, context),
        form: formOf[input.form ?? 'parenthetical'],
        ...(input.locator && { locator: input.locator }),
      });
    },
  };
}

function placeIn({ text, path }: AgentDocument, { after, line }: CiteInput): number {
  if (after !== undefined && line !== undefined) throw new AgentError('Give “after” or “line”, not both.');
  if (after !== undefined) {
    const at = text.indexOf(after);
    if (at < 0) throw new AgentError(`${path} does not have this text: ${after}`);
    if (text.indexOf(after, at + 1) >= 0)
      throw new AgentError(`${path} has this text more than once. Give more of it: ${after}`);
    return at + after.length;
  }
  if (line === undefined) throw new AgentError('Say where: give “after”, or “line”.');
  const lines = new TextLines(text);
  const count = lines.positionAt(text.length).line + 1;
  if (line > count) throw new AgentError(`${path} has ${count} lines, and no line ${line}.`);
  return lines.endOf(line - 1, text);
}

async function referencesOf(
  keys: readonly string[],
  { sources }: AgentDocument,
  { library }: AgentContext,
): Promise<LibraryReference[]> {
  const found = await library.find(keys, sources);
  const references: LibraryReference[] = [];
  for (const [index, reference] of found.entries()) {
    if (!reference) {
      const similar = await nearKeysIn(library, keys[index]!);
      const advice = similar.length
        ? ` Similar keys: ${similar.join(', ')}.`
        : ' Search for the paper first.';
      throw new AgentError(`No reference of the library has the key “${keys[index]}”.${advice}`);
    }
    references.push(reference);
  }
  return references;
}
