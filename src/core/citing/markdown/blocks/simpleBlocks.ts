import type { ContainerLines } from './containerLines';
import type { Environments } from './environments';
import { contentStart, indentOf, isBlank, type Line } from './lines';

const textOf = (document: string, { start, end }: Line): string => document.slice(start, end);

/** Whether a line is a heading by the line of `=` or `-` below it. */
export function isUnderlined(document: string, lines: ContainerLines, at: number): boolean {
  const next = lines.at(at + 1);
  const mark = next && document[next.start];
  if ((mark !== '=' && mark !== '-') || !/^(?:=+|-+)[ \t]*$/.test(textOf(document, next!))) return false;
  return !/[|+>]/.test(document[lines.at(at)!.start]!);
}

/** The line after the indented code that begins at a line. */
export function afterIndentedCode(document: string, lines: ContainerLines, at: number): number {
  let end = at;
  for (let line = lines.at(end); line; line = lines.at(++end))
    if (!isBlank(document, line) && indentOf(document, line) < 4) break;
  return end;
}

/** The line that closes the metadata opened by the `---` of a line, if that opens any. */
export function endOfMetadata(document: string, lines: ContainerLines, at: number): number | undefined {
  const first = lines.at(at + 1);
  if (!first || isBlank(document, first)) return undefined;
  let end = at + 1;
  for (let line: Line | undefined = first; line; line = lines.at(++end)) {
    const mark = document[line.start];
    if ((mark === '-' || mark === '.') && /^(?:---|\.\.\.)[ \t]*$/.test(textOf(document, line))) return end;
  }
  return undefined;
}

/** The line after the definition of a link, which may have its title on a line of its own. */
export function afterLinkDefinition(document: string, lines: ContainerLines, at: number): number {
  const next = lines.at(at + 1);
  const isTitle = next && /^[ \t]*(?:"[^"]*"|'[^']*'|\([^()]*\))[ \t]*$/.test(textOf(document, next));
  return isTitle ? at + 2 : at + 1;
}

/** Where one goes on after the TeX environment that begins at a line, if any does. */
export function rawTex(
  document: string,
  environments: Environments,
  lines: ContainerLines,
  at: number,
  visitor: { tex?(start: number, end: number): void },
): number | undefined {
  const start = contentStart(document, lines.at(at)!);
  const end = environments.endOf(start, lines.end);
  if (end === undefined) return undefined;
  visitor.tex?.(start, end);
  return lines.after(at, end);
}
