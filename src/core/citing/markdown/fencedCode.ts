import { closesFence, fenceStart } from './blockStarts';
import type { ContainerLines } from './containerLines';
import { contentStart } from './lines';

/** The line after the fenced code that begins at a line, if any does. */
export function afterFencedCode(document: string, lines: ContainerLines, at: number): number | undefined {
  const line = lines.at(at)!;
  const fence = fenceStart(document.slice(line.start, line.end));
  if (!fence || lines.isUnclosed(fence.character, fence.length, at)) return undefined;
  let end = at + 1;
  for (let next = lines.at(end); next; next = lines.at(++end))
    if (
      document[contentStart(document, next)] === fence.character &&
      closesFence(document.slice(next.start, next.end), fence)
    )
      return end + 1;
  lines.leaveUnclosed(fence.character, fence.length, at);
  return undefined;
}
