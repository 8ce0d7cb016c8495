import * as vscode from 'vscode';
import { describe } from '../../core/display/describe';
import { plainText } from '../../core/display/text/plainText';
import type { LibraryReference } from '../../core/library/libraryService';
import type { ReferenceId } from './referenceId';

/** Abstract pages are documents of this scheme, so that they can be opened, linked to, and are there again after a restart. */
export const abstractScheme = 'literature';

/** Long enough to know a paper by, short enough for a tab. */
const titleLength = 60;

/** The address of a reference's abstract page. Its path is the title, for that is what a tab shows. */
export function abstractUri({ key, origin, item }: LibraryReference): vscode.Uri {
  const query = new URLSearchParams({ key, source: origin.source }).toString();
  return vscode.Uri.from({ scheme: abstractScheme, path: `/${tabTitle(describe(item).title)}`, query });
}

/** The reference whose abstract page this is; `undefined` for any other address. */
export function referenceOfUri({ scheme, query }: vscode.Uri): ReferenceId | undefined {
  if (scheme !== abstractScheme) return undefined;
  const parameters = new URLSearchParams(query);
  const key = parameters.get('key');
  const source = parameters.get('source');
  return key ? { key, ...(source && { source }) } : undefined;
}

function tabTitle(title: string): string {
  // A slash would make folders of it.
  const line = wellFormed(plainText(title).replace(/[/\\]/g, '∕'));
  if (line.length <= titleLength) return line || 'Abstract';
  const cut = line.slice(0, titleLength);
  const space = cut.lastIndexOf(' ');
  return `${wellFormed(space > titleLength / 2 ? cut.slice(0, space) : cut)}…`;
}

/** Without halves of surrogate pairs, which no address can hold. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, '');
}
