import { type Metadata, readMetadata } from './metadata';

/**
 * What the YAML metadata blocks of a Markdown document declare, the front matter and later ones, in their order. As in Pandoc a
 * later `bibliography` replaces none of the earlier keys' ranges here: all are reported, for all are written in the document.
 */
export function declaredInFrontMatter(text: string): Metadata {
  const read = metadataBlocks(text).map(({ start, end }) => readAgain(text.slice(start, end), start));
  const csl = read.findLast(metadata => metadata.csl)?.csl;
  return {
    bibliographies: read.flatMap(metadata => metadata.bibliographies),
    ...(csl && { csl }),
    definedKeys: read.flatMap(metadata => metadata.definedKeys),
    metadataFiles: read.flatMap(metadata => metadata.metadataFiles),
  };
}

/** Documents at hand. */
const remembered = 30;
const lastRead = new Map<string, Metadata>();

/** While one writes, the metadata stay what they are: they are not parsed again at every letter. */
function readAgain(yaml: string, start: number): Metadata {
  const name = `${start} ${yaml}`;
  const metadata = lastRead.get(name) ?? readMetadata(yaml, start);
  lastRead.delete(name);
  lastRead.set(name, metadata);
  if (lastRead.size > remembered) lastRead.delete(lastRead.keys().next().value!);
  return metadata;
}

/**
 * The inside of each metadata block: between a line `---`, first in the document or after a blank line and itself not followed by
 * one, and a line `---` or `...`. Front matter that does not end yet reaches to the first blank line.
 */
function metadataBlocks(text: string): { start: number; end: number }[] {
  const blocks: { start: number; end: number }[] = [];
  let open: number | undefined;
  let fence: string | undefined;
  let afterBlank = true;
  const begin = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!text.startsWith('---', begin) && !mayOpenBlock(text, begin)) return blocks;
  for (let at = begin; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 ? text.length : newline + 1;
    const first = text.charCodeAt(at);
    // Only these can begin a fence, a delimiter or a blank line: prose is passed over without being copied.
    const line =
      first === 45 || first === 46 || first === 96 || first === 126 || first <= 32
        ? text.slice(at, next).trimEnd()
        : '';
    const blank = first <= 32 && line === '';
    if (open !== undefined) {
      if (line === '---' || line === '...') {
        blocks.push({ start: open, end: at });
        open = undefined;
        if (!mayOpenBlock(text, at)) break;
      }
    } else if (fence !== undefined) {
      if (line.trimStart().startsWith(fence) && /^[`~]+$/.test(line.trim())) fence = undefined;
    } else if (line === '---' && afterBlank && text.slice(next, next + 1).trim() !== '') {
      open = next;
    } else {
      fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    }
    afterBlank = blank;
    at = next;
  }
  if (open !== undefined && blocks.length === 0 && open <= begin + 5) {
    const blank = /\r?\n[ \t]*\r?\n/.exec(text.slice(open));
    blocks.push({ start: open, end: blank ? open + blank.index + 1 : text.length });
  }
  return blocks;
}

/** Whether a line `---` follows that has text below it: without one, there is no more to look for, as in most documents. */
function mayOpenBlock(text: string, from: number): boolean {
  for (let at = text.indexOf('---', from); at >= 0; ) {
    const end = text.indexOf('\n', at);
    if (end < 0) return false;
    if (
      text[at - 1] === '\n' &&
      text.slice(at + 3, end).trim() === '' &&
      text.slice(end + 1, end + 2).trim() !== ''
    )
      return true;
    at = text.indexOf('---', end);
  }
  return false;
}
