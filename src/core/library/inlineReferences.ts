import { readCslYaml } from '../bibliography/csl/readCslYaml';
import { plainTex } from '../bibliography/tex/plainTex';
import type { CitedKey, DocumentCitations } from '../citing/citation';
import { titleOf } from '../display/describe';
import { shortReference } from '../display/shortReference';
import type { CslItem } from '../model/reference';
import { runToEnd } from '../util/cooperative';
import { detachString } from '../util/detachString';

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
  { language, definedKeys }: DocumentCitations,
): InlineReference[] {
  // Most list nothing, and their text is not put together for it at every keystroke.
  if (definedKeys.length === 0) return [];
  const text = document.getText();
  return language === 'latex' ? bibitems(text, definedKeys) : metadataReferences(text, definedKeys);
}

const nextBibitem = /\\bibitem\b|\\end\s*\{thebibliography\}/g;

function bibitems(text: string, keys: readonly CitedKey[]): InlineReference[] {
  return keys.map(({ key, start, end }) => {
    nextBibitem.lastIndex = end;
    const stop = Math.min(nextBibitem.exec(text)?.index ?? text.length, end + maxTextLength);
    const written = text
      .slice(end, stop)
      .replace(/^\s*\}/, '')
      .replaceAll('\\newblock', ' ');
    return { key, start, text: plainTex(written).trim() };
  });
}

const endOfMetadata = /^(?:---|\.\.\.)[ \t]*$/m;

function metadataReferences(text: string, keys: readonly CitedKey[]): InlineReference[] {
  const from = Math.max(0, text.lastIndexOf('\nreferences:', keys[0]!.start));
  const rest = text.slice(from);
  const items = itemsOf(rest.slice(0, endOfMetadata.exec(rest)?.index));
  return keys.map(({ key, start }) => {
    const item = items.get(key);
    return item
      ? { key, start, item, text: `${shortReference(item)} ${titleOf(item)}` }
      : { key, start, text: '' };
  });
}

/** The metadata read last: it is asked for at every keystroke, and hardly ever changes. */
let known: { readonly yaml: string; readonly items: ReadonlyMap<string, CslItem> } | undefined;

function itemsOf(yaml: string): ReadonlyMap<string, CslItem> {
  if (known?.yaml !== yaml) {
    const { references } = runToEnd(
      readCslYaml({ text: yaml, kept: yaml, source: 'document', previous: [] }),
    );
    known = { yaml: detachString(yaml), items: new Map(references.map(({ key, item }) => [key, item])) };
  }
  return known.items;
}
