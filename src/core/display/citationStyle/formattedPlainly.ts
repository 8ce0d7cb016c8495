import type { CslItem } from '../../model/reference';
import { orElse } from '../../util/orElse';
import { formatReference } from '../formatReference';
import { escapeLatex } from './escapeLatex';
import { escapeTypst, finishTypst } from './escapeTypst';

export type OutputFormat = 'text' | 'html' | 'markdown' | 'latex' | 'typst';

export interface FormattedBibliography {
  /** In the style's order. */
  readonly entries: readonly { readonly key: string; readonly text: string }[];
  /** Why entries are not in the style asked for. */
  readonly problem?: string;
}

/** References as they are listed where their style cannot be used. */
export function formattedPlainly(
  items: readonly CslItem[],
  problem: string,
  output: OutputFormat,
): FormattedBibliography {
  return { entries: items.map(item => formattedItem(item, output)), problem };
}

export function formattedItem(item: CslItem, output: OutputFormat): { key: string; text: string } {
  const text = orElse(
    () => formatReference(item),
    () => String(item.id),
  );
  const escaped = output === 'latex' ? escapeLatex(text) : output === 'typst' ? escapeTypst(text) : text;
  return { key: item.id, text: finished(escaped, output) };
}

/** An entry as it stands in a document. */
export function finished(entry: string, output: OutputFormat): string {
  return output === 'typst' ? finishTypst(entry) : entry;
}
