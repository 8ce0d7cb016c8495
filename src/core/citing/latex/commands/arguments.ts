import type { DeclaredBibliography } from '../../citation';
import type { LatexReader } from '../reader/latexReader';

/** The text of a `{…}` argument without the white space and comments around it, with its place. */
export function readText(reader: LatexReader): DeclaredBibliography | undefined {
  const group = reader.readGroup();
  return group?.closed ? trimmed(reader.text, group.start, group.end) : undefined;
}

/** The items of `{a, b}`, without comments; `group` where it has been read already. */
export function readList(
  reader: LatexReader,
  group: { start: number; end: number; closed: boolean } | undefined = reader.readGroup(),
): DeclaredBibliography[] {
  if (!group?.closed) return [];
  const items: DeclaredBibliography[] = [];
  let start = group.start;
  for (const item of reader.text.slice(group.start, group.end).split(',')) {
    const comment = item.replace(/%.*/g, match => ' '.repeat(match.length));
    const lead = comment.length - comment.trimStart().length;
    const path = comment.trim();
    if (path) items.push({ path, start: start + lead, end: start + lead + path.length });
    start += item.length + 1;
  }
  return items;
}

function trimmed(text: string, start: number, end: number): DeclaredBibliography {
  const inside = text.slice(start, end).replace(/%.*/g, match => ' '.repeat(match.length));
  const path = inside.trim();
  const from = start + inside.length - inside.trimStart().length;
  return { path, start: from, end: from + path.length };
}

/** Letters of `CitationCommand.arguments` for xparse's; `undefined` for what has none. A star (`s`) is a parameter, but any citation may have one. */
export function argumentsOfXparse(specification: string): string | undefined {
  let spelled = '';
  for (const [argument] of specification.matchAll(/[a-zA-Z](?:\s*\{[^{}]*\})*(?:\s*[<>()]{2})?|[^\s+!]/g)) {
    const letter = argument[0]!;
    if (letter === 'm') spelled += 'm';
    else if (letter === 'o' || letter === 'O') spelled += 'o';
    else if (letter === 's') spelled += '*';
    else if (letter === 'v') spelled += 'x';
    else if (/^[dD]\s*(<>|\(\))/.test(argument)) spelled += argument.includes('<') ? '<' : '(';
    else return undefined;
  }
  return spelled;
}
