import type { TextRange } from '../../../model/textRange';
import { type Outline, paragraphOutline } from '../../place/outline';
import type { LatexDocument } from '../latexDocument';
import { endOfChunk } from '../reader/sweaveChunk';
import { verbatimEnd, verbatimEnvironments } from '../reader/verbatim';

const edge = /\\begin[ \t]*\{([^{}\n]*)\}|\\end[ \t]*\{document\}|^<</gm;

/**
 * What a LaTeX document consists of. In its preamble only what stands in braces is text; none is what environments like `verbatim` hold, nor
 * the rest of the line that ends one, which some of them throw away.
 */
export function latexOutline(
  text: string,
  { vocabulary }: LatexDocument,
  unsaid: readonly TextRange[],
): Outline {
  const verbatim = new Set([...verbatimEnvironments, ...(vocabulary.verbatimEnvironments ?? [])]);
  const closed: TextRange[] = [];
  edge.lastIndex = 0;
  for (let match = edge.exec(text); match; match = edge.exec(text)) {
    const [whole, name] = match;
    if (isCommented(text, match.index)) continue;
    if (name === 'document' && closed.every(([, end]) => end <= match.index))
      closed.splice(0, closed.length, ...preamble(text, match.index + whole.length));
    else if (whole.startsWith('\\end')) closed.push([match.index, text.length]);
    else {
      const end =
        whole === '<<'
          ? endOfChunk(text, match.index)
          : verbatim.has(name!.replace(/\*$/, ''))
            ? verbatimEnd(text, match.index + whole.length, name!)
            : 0;
      if (end <= match.index + whole.length) continue;
      const lineEnd = /[^\r\n]*/y;
      lineEnd.lastIndex = end;
      lineEnd.exec(text);
      closed.push([match.index, lineEnd.lastIndex]);
    }
    edge.lastIndex = Math.max(edge.lastIndex, closed.at(-1)?.[1] ?? 0);
  }
  return paragraphOutline(text, unsaid, closed);
}

function isCommented(text: string, at: number): boolean {
  return /(?:^|[^\\])%/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at));
}

/** What stands in no braces before the document begins. */
function preamble(text: string, end: number): TextRange[] {
  const outside: TextRange[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < end; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '%') at = Math.max(at, text.indexOf('\n', at));
    else if (character === '{' && depth++ === 0) outside.push([from, at + 1]);
    else if (character === '}' && depth > 0 && --depth === 0) from = at;
  }
  return [...outside, [from, end]];
}
