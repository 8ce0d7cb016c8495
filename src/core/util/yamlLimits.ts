const maxDepth = 100;
const maxProperties = 1000;
/** More brackets that close nothing, or commas with nothing between, are in no file. */
const maxStray = 100;

/**
 * YAML no person wrote, on which the parser would take time or memory beyond all measure: `[[[[…`, `]]]]…`, `- - - -…`, `a: a: a: …`,
 * `&a &a &a …`. Depth counts brackets, and what is indented, or begins on one line, within one another: the parser calls itself for each,
 * and a regular expression first needed at the end of its stack ends the whole process (Node.js 20).
 */
export function exceedsYamlLimits(yaml: string): boolean {
  let depth = 0;
  let properties = 0;
  let stray = 0;
  /** Marks of lists and maps since a line, or a part of a list in brackets, began. */
  let marks = 0;
  let before = '';
  for (let at = 0; at < yaml.length; at++) {
    const character = yaml[at]!;
    if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') {
      if (depth > 0) depth--;
      else stray++;
    } else if (character === ',' && before === ',') stray++;
    else if (isProperty(yaml, at, character)) properties++;
    if (depth > 0 ? /[,[\]{}]/.test(character) : character === '\n' || character === '\r') marks = 0;
    else if (/[-?:]/.test(character) && /[ \t\r\n]/.test(yaml[at + 1] ?? '\n')) marks++;
    if (depth > maxDepth || marks > maxDepth || properties > maxProperties || stray > maxStray) return true;
    if (character !== ' ') before = character;
  }
  return blockDepth(yaml) > maxDepth;
}

/** An anchor, a tag or the mark of a key: not the `&`, `!` and `?` of texts. */
function isProperty(yaml: string, at: number, character: string): boolean {
  if (character !== '&' && character !== '!' && character !== '?') return false;
  if (at > 0 && !/[\s,:?!&"'[\]{}-]/.test(yaml[at - 1]!)) return false;
  return character === '!' || (character === '&') !== /\s/.test(yaml[at + 1] ?? '\n');
}

/** How deep lines are indented within one another, the `- ` and `? ` of a line included. */
function blockDepth(yaml: string): number {
  const indents: number[] = [];
  let deepest = 0;
  for (const [lead] of yaml.matchAll(/^ *(?:[-?:][ \t]+)*/gm)) {
    const marks = lead.replace(/[ \t]/g, '').length;
    const indent = lead.length - lead.trimStart().length;
    while (indents.length && indents.at(-1)! >= indent) indents.pop();
    indents.push(indent);
    deepest = Math.max(deepest, indents.length + marks);
  }
  return deepest;
}

/**
 * What structure is made of, marks of documents and empty lines included. Every error of a text needs one, and each takes the parser about
 * 20 µs.
 */
const indicators = /[[\]{},&*!|>%@?"'`]|:(?=\s|$)|^[ \t]*-(?=\s|$)|^(?:---|\.\.\.)|^[ \t\r]*\n/gm;

/** Whether a YAML text is read, whatever is wrong with it, before anybody notices: within some 30 ms. */
export function isQuicklyRead(yaml: string, maxIndicators = 1500): boolean {
  let found = 0;
  indicators.lastIndex = 0;
  while (indicators.test(yaml)) if (++found > maxIndicators) return false;
  return !exceedsYamlLimits(yaml);
}
