import { closesFence, fenceStart } from './blockStarts';
import type { ContainerLines } from './containerLines';
import { contentStart, lineAt } from './lines';

/** The line after the fenced code that begins at a line, if any does. */
export function afterFencedCode(document: string, lines: ContainerLines, at: number): number | undefined {
  const line = lines.at(at)!;
  const fence = fenceStart(document.slice(line.start, line.end));
  if (!fence || lines.isUnclosed(fence.character, fence.length, line.start)) return undefined;
  let end = at + 1;
  for (let next = lines.at(end); next; next = lines.at(++end))
    if (
      document[contentStart(document, next)] === fence.character &&
      closesFence(document.slice(next.start, next.end), fence)
    )
      return end + 1;
  lines.leaveUnclosed(fence.character, fence.length, line.start);
  return undefined;
}

/** After the fenced code that begins at the start of a line of the document itself: its lines are not looked at one by one. */
export function endOfFencedCode(document: string, lines: ContainerLines, start: number): number | undefined {
  const first = document[start];
  if (first !== '`' && first !== '~') return undefined;
  const line = lineAt(document, start);
  const fence = fenceStart(document.slice(start, line.end));
  if (!fence || lines.isUnclosed(fence.character, fence.length, start)) return undefined;
  const mark = fence.character.repeat(fence.length);
  for (let at = document.indexOf(mark, line.end); at >= 0; ) {
    const { end } = lineAt(document, at);
    if (closesFence(document.slice(document.lastIndexOf('\n', at) + 1, end), fence)) return end;
    at = document.indexOf(mark, end);
  }
  lines.leaveUnclosed(fence.character, fence.length, start);
  return undefined;
}
