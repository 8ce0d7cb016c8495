import * as vscode from 'vscode';
import { entriesOf } from '../../core/bibliography/entryKeys';
import type { LibraryReference } from '../../core/library/libraryService';
import { bibliographyFormatOf } from './languages';
import { rangeOf } from './textEdits';

export type EntryOrigin = LibraryReference['origins'][number];

/** In a longer file an entry is found by its line alone: VS Code takes seconds to open it. */
const maxLength = 5_000_000;

/** The places of a reference that are entries of a file, those in `preferred` sources alone where there are any. */
export function entryOrigins(
  { origins }: Pick<LibraryReference, 'origins'>,
  preferred: readonly string[] = [],
): readonly EntryOrigin[] {
  const inFiles = origins.filter(({ source, line }) => line !== undefined && isFile(source));
  const first = inFiles.filter(({ source }) => preferred.includes(source));
  return first.length ? first : inFiles;
}

/** Where the key of an entry stands, from where its references are found and it is renamed; the begin of its line where that cannot be told. */
export async function entryLocation({ source, line = 0, key }: EntryOrigin): Promise<vscode.Location> {
  const uri = vscode.Uri.parse(source);
  const atLine = new vscode.Location(uri, new vscode.Position(line, 0));
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > maxLength) return atLine;
    const document = await vscode.workspace.openTextDocument(uri);
    const format = bibliographyFormatOf(document);
    const places = format ? entriesOf(document.getText(), format).filter(entry => entry.key === key) : [];
    // The file may have changed since it was read, and may have the key twice.
    const distance = ({ start }: { start: number }) => Math.abs(document.positionAt(start).line - line);
    const [nearest] = [...places].sort((a, b) => distance(a) - distance(b));
    return nearest ? new vscode.Location(uri, rangeOf(document, nearest.start, nearest.end)) : atLine;
  } catch {
    return atLine;
  }
}

function isFile(source: string): boolean {
  return source.includes(':') && !source.startsWith('zotero:');
}
