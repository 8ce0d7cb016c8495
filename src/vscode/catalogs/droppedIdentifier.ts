import type * as vscode from 'vscode';
import { parseIdentifier } from '../../core/model/identifiers/parseIdentifier';
import type { InsertionTargets } from '../documents/insertionTarget';
import type { AddToBibliography } from '../entries/addToBibliography';
import type { CatalogCiter } from './catalogCiter';
import type { CatalogDesk } from './catalogDesk';

/** Longer text is no identifier. */
const longest = 1000;

/** The identifier, or the address that carries one, that is pasted or dropped as one of these types. */
export async function identifierIn(
  transfer: vscode.DataTransfer,
  types: readonly string[],
): Promise<string | undefined> {
  for (const type of types) {
    const text = (await transfer.get(type)?.asString())?.trim();
    if (text && text.length <= longest && parseIdentifier(text)) return text;
  }
  return undefined;
}

/**
 * Looks up what is dropped on the library as an identifier or a link that carries one, and adds it to the bibliography of the document that
 * is written in; anything else is left to `otherwise`.
 */
export function lookUpDropped(
  desk: CatalogDesk,
  citer: CatalogCiter,
  targets: InsertionTargets,
  adder: AddToBibliography,
  otherwise: (transfer: vscode.DataTransfer) => Promise<void>,
): (transfer: vscode.DataTransfer) => Promise<void> {
  return async transfer => {
    const text = desk.isOn ? await identifierIn(transfer, ['text/uri-list', 'text/plain']) : undefined;
    const document = targets.current()?.document;
    if (!text || !document) return otherwise(transfer);
    const reference = await citer.lookedUp(text, document);
    if (reference) await adder.add([reference], document);
  };
}
