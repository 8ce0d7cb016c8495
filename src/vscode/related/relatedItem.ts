import * as vscode from 'vscode';
import { card } from '../../core/display/card';
import { titleOf } from '../../core/display/describe';
import { shortReference } from '../../core/display/shortReference';
import { plainText } from '../../core/display/text/plainText';
import type { LibraryReference } from '../../core/library/libraryService';
import { commands } from '../commands';
import { referenceContext } from '../papers/referenceContext';
import { idOf } from '../references/referenceId';

/** A paper that the paragraph is related to. */
export interface RelatedPaper {
  readonly reference: LibraryReference;
  /** The sentence of its abstract that speaks to the paragraph. */
  sentence: string | undefined;
  /** Where it is cited already. */
  cited: 'here' | 'document' | undefined;
}

/** A line of the sentence: rows of trees do not wrap. */
export interface SentenceLine {
  readonly line: string;
}

export type RelatedNode = RelatedPaper | SentenceLine;

/** As many letters of a sentence stand in a row of a narrow sidebar. */
const lineLength = 48;

const citedTexts = {
  here: vscode.l10n.t('cited in this paragraph'),
  document: vscode.l10n.t('cited in this document'),
} as const;

/** How a row looks and what a screen reader says of it. */
export function relatedItem(node: RelatedNode): vscode.TreeItem {
  if ('line' in node) return new vscode.TreeItem({ label: plainText(node.line) });
  const { reference, sentence, cited } = node;
  const short = shortReference(reference.item);
  const title = titleOf(reference.item);
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(plainText(`${short} · ${title}`), sentence ? Collapsed : None);
  item.id = `${reference.origin.source}\n${reference.key}`;
  item.iconPath = new vscode.ThemeIcon(
    cited === 'here' ? 'check' : cited === 'document' ? 'bookmark' : 'book',
  );
  item.contextValue = referenceContext(reference);
  const tooltip = new vscode.MarkdownString(card(reference.item));
  item.tooltip = cited ? tooltip.appendMarkdown('\n\n').appendText(capitalised(citedTexts[cited])) : tooltip;
  const parts = [short, title, cited && citedTexts[cited], sentence];
  item.accessibilityInformation = { label: parts.filter(Boolean).join(', ') };
  item.command = {
    command: commands.openAbstract,
    title: vscode.l10n.t('Open Abstract'),
    arguments: [{ ...idOf(reference), preserveFocus: true }],
  };
  return item;
}

/** The rows below a paper. */
export function sentenceLines({ sentence = '' }: RelatedPaper): SentenceLine[] {
  const lines: string[] = [];
  let line = '';
  for (const word of sentence.split(' ')) {
    if (line && line.length + word.length >= lineLength) {
      lines.push(line);
      line = '';
    }
    line += (line && ' ') + word;
  }
  return (line ? [...lines, line] : lines).map(text => ({ line: text }));
}

function capitalised(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}
