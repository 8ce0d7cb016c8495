import type { BibliographyFormatId } from '../../model/source';
import { entriesOf } from '../entryKeys';
import { bibtexOutline } from './bibtexOutline';
import type { OutlineEntry } from './outlineEntry';

/** Longer titles are not read for an outline. */
const maxEntryLength = 4000;

/** What stands in a bibliography, in file order. */
export function bibliographyOutline(text: string, format: BibliographyFormatId): OutlineEntry[] {
  if (format === 'bibtex') return bibtexOutline(text);
  return entriesOf(text, format).map(({ key, start, end, entryStart, entryEnd }) => ({
    kind: 'entry',
    name: key,
    detail: titleIn(text.slice(entryStart, Math.min(entryEnd, entryStart + maxEntryLength)), format),
    start: entryStart,
    end: Math.max(entryEnd, end),
    nameStart: start,
    nameEnd: end,
  }));
}

/** The first title of an entry, which is its own: those of what it is part of come later, or further in. */
function titleIn(entry: string, format: BibliographyFormatId): string {
  if (format === 'ris') return (/^\s*(?:TI|T1)\s\s?-\s?(.*)$/im.exec(entry)?.[1] ?? '').trim();
  if (format === 'csl-json') return /"title"\s*:\s*"((?:[^"\\\n]|\\.)*)"/.exec(entry)?.[1] ?? '';
  const written = /^[ \t]*(?:-[ \t]+)?(?:["']?title["']?)[ \t]*:[ \t]*(.*)$/m.exec(entry)?.[1] ?? '';
  const flow = /^\{.*?\bvalue:[ \t]*(.*?)[ \t]*(?:,[ \t]*[\w-]+:.*)?\}$/.exec(written)?.[1];
  return (flow ?? written)
    .replace(/[ \t]+#.*$/, '')
    .replace(/^(["'])(.*)\1$/, '$2')
    .trim();
}
