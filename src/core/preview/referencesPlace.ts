import type MarkdownIt from 'markdown-it';
import type { PreviewAnswer } from './previewAnswer';

type Tokens = ReturnType<MarkdownIt['parse']>;

const placeToken = 'literature_references';
/** Pandoc's fenced division of the list: `::: {#refs}`, with further classes and attributes. */
const opening = /^:{3,}\s*\{(?:[^{}]*\s)?#refs(?:\s[^{}]*)?\}\s*:*\s*$/;
const closing = /^:{3,}\s*$/;
const htmlDivision = /<div\b(?=[^>]*\sid=["']?refs["']?[\s>])[^>]*>/i;

/** Reads `::: {#refs}` as the place of the list of references, where `isOn`. */
export function referencesDivision(md: MarkdownIt, isOn: () => boolean): void {
  md.block.ruler.before(
    'fence',
    placeToken,
    (state, startLine, endLine, silent) => {
      const line = (at: number) => state.src.slice(state.bMarks[at]! + state.tShift[at]!, state.eMarks[at]);
      if (!isOn() || !opening.test(line(startLine))) return false;
      let end = startLine + 1;
      while (end < endLine && !closing.test(line(end))) end++;
      if (end === endLine) return false;
      if (silent) return true;
      state.md.block.tokenize(state, startLine + 1, end);
      state.push(placeToken, '', 0).map = [startLine, end + 1];
      state.line = end + 1;
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
}

/** Puts the list where the document wants it, else behind its last block; notes come last. */
export function placeReferences(
  tokens: Tokens,
  { references, notes }: PreviewAnswer,
  md: MarkdownIt,
): Tokens {
  const Token = md.core.State.prototype.Token;
  const html = (content: string) => {
    const token = new Token('html_block', '', 0);
    token.content = content;
    return token;
  };
  let isPlaced = false;
  const placed = tokens.flatMap(token => {
    if (isPlaced) return [token];
    if (token.type === placeToken) {
      isPlaced = true;
      return [html(references)];
    }
    const division = token.type === 'html_block' ? htmlDivision.exec(token.content) : null;
    if (!division) return [token];
    isPlaced = true;
    const end = division.index + division[0].length;
    const before = html(token.content.slice(0, end));
    before.map = token.map;
    return [before, html(references.replace(' id="refs"', '')), html(token.content.slice(end))];
  });
  if (!isPlaced && references) placed.push(html(references));
  if (notes) placed.push(html(notes));
  return placed.filter(({ type }) => type !== placeToken);
}
