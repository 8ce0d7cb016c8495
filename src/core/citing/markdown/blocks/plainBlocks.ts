import { contentStart, type Line, lineAt } from './lines';

/** `=`, `-`, `+`, `:`, `~`, `|`: a line that begins so may say what the line before it is. */
const underlines = [61, 45, 43, 58, 126, 124];
/** Lists are not numbered by longer words (`mmmcmxcix`); it bounds how far is looked. */
const maxWordLength = 40;

const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code > 191;
const isWord = (code: number): boolean => isLetter(code) || (code >= 48 && code <= 57);
const isSpace = (code: number): boolean => code === 32 || code === 9;

/**
 * What most of a document is, told by a few characters: paragraphs that begin with a word which numbers no list item, and are followed by
 * no line that makes them a heading, a table or a term.
 */
export function beginsPlainly(text: string, at: number, limit: number): boolean {
  const first = text.charCodeAt(at);
  // Emphasis, no bullet.
  if (first === 42 || first === 95) return beginsEmphasis(text, at, first);
  // `$`, `"`, `'`
  if (first === 36 || first === 34 || first === 39) return true;
  let word = at;
  while (word < limit && isWord(text.charCodeAt(word))) word++;
  if (word === at || word - at > maxWordLength) return false;
  const after = text.charCodeAt(word);
  return word === limit || (after !== 41 && after !== 46);
}

function beginsEmphasis(text: string, at: number, mark: number): boolean {
  return isLetter(text.charCodeAt(text.charCodeAt(at + 1) === mark ? at + 2 : at + 1));
}

/** Whether a line makes nothing else of what is before it. */
export function followsPlainly(text: string, line: Line): boolean {
  return !underlines.includes(text.charCodeAt(contentStart(text, line)));
}

/** Whether a line may only go on with a paragraph. */
export function continuesPlainly(text: string, line: Line): boolean {
  return isLetter(text.charCodeAt(contentStart(text, line)));
}

/**
 * Where the paragraph ends that begins at the start of a line of the document itself; `undefined` where that takes more than a look at
 * how its lines begin.
 */
export function endOfPlainParagraph(text: string, start: number): number | undefined {
  let end = text.indexOf('\n', start);
  if (end < 0) end = text.length;
  if (!beginsPlainly(text, start, end)) return undefined;
  for (let isFirst = true; end + 1 < text.length; isFirst = false) {
    let next = end + 1;
    const isLast = text.charCodeAt(next) === 10;
    if (isLast && !isFirst) return end;
    if (isLast) next++;
    while (isSpace(text.charCodeAt(next))) next++;
    const first = text.charCodeAt(next);
    if (isFirst && underlines.includes(first)) return undefined;
    if (isLast) return end;
    if (mayEnd(first)) return undefined;
    end = text.indexOf('\n', next);
    if (end < 0) end = text.length;
  }
  return end;
}

/** Where the heading ends that begins with `#` at the start of a line. */
export function endOfHeading(text: string, start: number): number | undefined {
  let at = start;
  while (text.charCodeAt(at) === 35) at++;
  return at - start <= 6 && isSpace(text.charCodeAt(at)) ? lineAt(text, at).end : undefined;
}

const headingAttributes = /\{\s*(?:[#.=-][^{}]*|[\w-]+=[^{}]*)\}[ \t]*$/;

/** The line of a heading without the attributes at its end, which are no text: `# Results {#results data-by="@roe"}`. */
export function headingText(text: string, line: Line): Line {
  const heading = text.slice(line.start, line.end);
  const attributes = heading.includes('}') ? headingAttributes.exec(heading) : undefined;
  if (!attributes) return line;
  let end = line.start + attributes.index;
  while (end > line.start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start: line.start, end };
}

/** A blank line, a fence, the end of a div or a tag. */
function mayEnd(first: number): boolean {
  return Number.isNaN(first) || first === 10 || first === 96 || first === 58 || first === 60;
}
