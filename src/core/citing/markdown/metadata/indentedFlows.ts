/** A list or map in brackets below a key at the beginning of a line. */
const openingFlow = /^[\w-]+:[ \t]*(?=[[{])/gm;
const nextKey = /^(?:["']?[\w-]+["']?:(?:[ \t]|\r?$)|---|\.\.\.)/m;

/**
 * YAML whose lists in brackets go on at the beginning of a line, `[⏎"a",⏎"b"]`, as one that goes on further right: so libyaml reads it,
 * and with it R, Pandoc and Python, while by the letter it is none. Every character stays at its place.
 */
export function withIndentedFlows(yaml: string): string {
  if (!/[[{,][^[{,\n]*\n[^\s#]/.test(yaml)) return yaml;
  let read = '';
  let done = 0;
  for (const { 0: opening, index } of yaml.matchAll(openingFlow)) {
    const start = index + opening.length;
    if (start < done) continue;
    const end = flowEnd(yaml, start);
    if (end === undefined) continue;
    const flow = yaml.slice(start, end);
    read += yaml.slice(done, start);
    read += /\n[^\s#]/.test(flow) ? onOneLine(flow) : flow;
    done = end;
  }
  return read + yaml.slice(done);
}

const token = /"(?:[^"\\]|\\.)*"|'[^']*'|(?<=\s)#[^\r\n]*|[[\]{}]|\r?\n/gs;

/** Behind its last bracket; `undefined` where the next key comes before. */
function flowEnd(yaml: string, start: number): number | undefined {
  let depth = 0;
  token.lastIndex = start;
  for (let match = token.exec(yaml); match; match = token.exec(yaml)) {
    const [found] = match;
    if (found === '[' || found === '{') depth++;
    else if (found === ']' || found === '}') {
      if (--depth === 0) return token.lastIndex;
    } else if (found.endsWith('\n') && startsKey(yaml, token.lastIndex)) return undefined;
  }
  return undefined;
}

function startsKey(yaml: string, at: number): boolean {
  const end = yaml.indexOf('\n', at);
  return nextKey.test(yaml.slice(at, end < 0 ? yaml.length : end));
}

/** With blanks for its line ends and comments. */
function onOneLine(flow: string): string {
  return flow.replace(token, found =>
    found.endsWith('\n') || found[0] === '#' ? ' '.repeat(found.length) : found,
  );
}
