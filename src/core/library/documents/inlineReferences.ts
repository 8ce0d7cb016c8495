import { readCslYaml } from '../../bibliography/csl/readCslYaml';
import { plainTex } from '../../bibliography/tex/plainTex';
import type { CitedKey, DocumentCitations } from '../../citing/citation';
import type { MetadataBlock } from '../../citing/markdown/metadata/metadataBlocks';
import type { MarkdownDocument } from '../../citing/markdown/readMarkdown';
import { titleOf } from '../../display/describe';
import { shortReference } from '../../display/shortReference';
import type { CslItem } from '../../model/reference';
import { runToEnd } from '../../util/cooperative';
import { detachString } from '../../util/detachString';

/** A work that a document lists itself: a `\bibitem`, or an item of `references:` in its metadata. */
export interface InlineReference {
  readonly key: string;
  /** Where the key stands there. */
  readonly start: number;
  /** What it says of the work, as plain text. */
  readonly text: string;
  readonly item?: CslItem;
}

/** More of an entry of a list is not shown. */
const maxTextLength = 1000;

/** The works that a document lists itself, in its order. */
export function inlineReferences(
  document: { getText(): string },
  parsed: DocumentCitations,
): InlineReference[] {
  const { language, definedKeys } = parsed;
  // Most list nothing, and their text is not put together for it at every keystroke.
  if (definedKeys.length === 0) return [];
  const text = document.getText();
  return language === 'latex'
    ? bibitems(text, definedKeys)
    : metadataReferences(text, definedKeys, (parsed as MarkdownDocument).metadata ?? []);
}

const nextBibitem = /\\bibitem\b|\\end\s*\{thebibliography\}/g;

/** A key may be defined in other ways: as a set of entries, or in a bibliography that the document brings along. */
const defining = /\\(bibitem|harvarditem|bib|defbibentryset)(?![a-zA-Z])|@\w+\s*\{/g;
const maxBeforeKey = 500;

function isListed(text: string, keyStart: number): boolean {
  const before = text.slice(Math.max(0, keyStart - maxBeforeKey), keyStart);
  return [...before.matchAll(defining)].at(-1)?.[1]?.endsWith('item') === true;
}

function bibitems(text: string, keys: readonly CitedKey[]): InlineReference[] {
  return keys.map(({ key, start, end }) => {
    if (!isListed(text, start)) return { key, start, text: '' };
    nextBibitem.lastIndex = end;
    const stop = Math.min(nextBibitem.exec(text)?.index ?? text.length, end + maxTextLength);
    const written = text
      .slice(end, stop)
      .replace(/^\s*\}/, '')
      .replaceAll('\\newblock', ' ');
    return { key, start, text: plainTex(written).trim() };
  });
}

function metadataReferences(
  text: string,
  keys: readonly CitedKey[],
  metadata: readonly MetadataBlock[],
): InlineReference[] {
  const listing = metadata.filter(({ start, end }) => keys.some(key => key.start >= start && key.end <= end));
  const items = itemsOf(listing.map(({ start, end }) => text.slice(start, end)));
  return keys.map(({ key, start }) => {
    const item = items.get(key);
    return item
      ? { key, start, item, text: `${shortReference(item)} ${titleOf(item)}` }
      : { key, start, text: '' };
  });
}

/** The metadata read last: it is asked for at every keystroke, and hardly ever changes. */
let known: { readonly yaml: string; readonly items: ReadonlyMap<string, CslItem> } | undefined;

/** The items of several metadata blocks; of two with one key the first counts, as for Pandoc's citeproc. */
function itemsOf(blocks: readonly string[]): ReadonlyMap<string, CslItem> {
  const yaml = blocks.join('\0');
  if (known?.yaml !== yaml) {
    const items = new Map<string, CslItem>();
    for (const text of blocks)
      for (const { key, item } of runToEnd(
        readCslYaml({ text, kept: text, source: 'document', previous: [] }),
      ).references)
        if (!items.has(key)) items.set(key, item);
    known = { yaml: detachString(yaml), items };
  }
  return known.items;
}
