import { BoundedCache } from '../../../util/collections/boundedCache';
import type { BlockVisitor } from '../blocks/blockReader';
import { DocumentReader } from '../blocks/documentReader';
import type { Line } from '../blocks/lines';
import { UniformLineEnds } from '../lineEnds';
import { type Metadata, readMetadata } from './metadata';

/** The YAML between the `---` that opens a metadata block and the `---` or `...` that closes it, in the document's offsets. */
export interface MetadataBlock {
  readonly start: number;
  readonly end: number;
}

/**
 * The metadata blocks of a document, where Pandoc has them (manual, `yaml_metadata_block`): none in code, comments or raw HTML. Front
 * matter that does not end yet reaches to the first blank line. `read` are the blocks, where the document has been read already.
 */
export function metadataBlocks(document: string, read?: readonly MetadataBlock[]): readonly MetadataBlock[] {
  const blocks = read ?? closedMetadataBlocks(document);
  const start = document.charCodeAt(0) === 0xfeff ? 1 : 0;
  const opening = document.startsWith('---', start)
    ? /^---[ \t]*\r?\n(?=[^\s])/.exec(document.slice(start, start + 80))
    : null;
  if (!opening || blocks[0]?.start === start + opening[0].length) return blocks;
  const open = start + opening[0].length;
  const blank = /\r?\n[ \t]*\r?\n/.exec(document.slice(open));
  return [{ start: open, end: blank ? open + blank.index + 1 : document.length }, ...blocks];
}

/** A block by its lines; none where a list or a quotation around it takes part of them away. */
export function metadataBlock(lines: readonly Line[], offset: (at: number) => number): MetadataBlock[] {
  const [first] = lines;
  const last = lines.at(-1);
  const isWhole = lines.every((line, index) => index === 0 || line.start === lines[index - 1]!.end + 1);
  return first && last && isWhole ? [{ start: offset(first.start), end: offset(last.end + 1) }] : [];
}

/** Those of them that end. */
export function closedMetadataBlocks(document: string): MetadataBlock[] {
  if (!/^\ufeff?---[ \t]*\r?$/m.test(document)) return [];
  const uniform = new UniformLineEnds(document);
  const blocks: MetadataBlock[] = [];
  const visitor: BlockVisitor = {
    text() {},
    note() {},
    example() {},
    code() {},
    metadata: lines => void blocks.push(...metadataBlock(lines, at => uniform.offset(at))),
    mayHold: () => false,
  };
  new DocumentReader(uniform.text, visitor).read();
  return blocks;
}

/** What the metadata of a document declare together: every bibliography, since each is written there; of styles the last. */
export function declaredIn(document: string, blocks: readonly MetadataBlock[]): Metadata {
  const read = blocks.map(({ start, end }) => readAgain(document.slice(start, end), start));
  const csl = read.findLast(metadata => metadata.csl)?.csl;
  return {
    bibliographies: read.flatMap(metadata => metadata.bibliographies),
    ...(csl && { csl }),
    definedKeys: read.flatMap(metadata => metadata.definedKeys),
    metadataFiles: read.flatMap(metadata => metadata.metadataFiles),
    crossReferenceKinds: read.flatMap(metadata => metadata.crossReferenceKinds ?? []),
  };
}

/** The bibliographies of the last block that has any. */
export function lastBibliographies(
  document: string,
  blocks: readonly MetadataBlock[],
): Metadata['bibliographies'] | undefined {
  return blocks
    .map(({ start, end }) => readAgain(document.slice(start, end), start).bibliographies)
    .findLast(({ length }) => length > 0);
}

/** Characters of metadata that are remembered: those of all chapters of a book, which are read again and again together. */
const remembered = 1_000_000;
const lastRead = new BoundedCache<string, Metadata>(remembered, ({ length }) => length);

/** While one writes, the metadata stay what they are: they are not parsed again at every letter. */
function readAgain(yaml: string, start: number): Metadata {
  const name = `${start} ${yaml}`;
  return lastRead.getOrMake(name, () => readMetadata(yaml, start));
}
