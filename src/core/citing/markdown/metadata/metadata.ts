import {
  isMap,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  parseDocument,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { isQuicklyRead } from '../../../util/yamlLimits';
import type { CitedKey, DeclaredBibliography } from '../../citation';
import { withIndentedFlows } from './indentedFlows';
import { onlyFields, withoutReferences } from './metadataFields';

/** What a piece of YAML metadata (front matter, `_quarto.yml`, a metadata file) says about bibliographies. */
export interface Metadata {
  /** `bibliography`, also under `format:` (Quarto); paths as written, URLs included. */
  readonly bibliographies: readonly DeclaredBibliography[];
  /** `csl` or `citation-style`. */
  readonly csl?: DeclaredBibliography;
  /** Ids of the references written out under `references`. */
  readonly definedKeys: readonly CitedKey[];
  /** Further YAML files, read as if they were part of this one. */
  readonly metadataFiles: readonly DeclaredBibliography[];
  /** Kinds of things that Quarto numbers by the writer's wish: `suppfig` of `crossref: {custom: [{key: suppfig}]}`. */
  readonly crossReferenceKinds?: readonly string[];
}

export const noMetadata: Metadata = { bibliographies: [], definedKeys: [], metadataFiles: [] };

/** Only YAML that holds one of these words is worth parsing, which most keystrokes in most documents need not. */
const tellingWord = /bibliography|csl|citation-style|references|metadata-file|crossref/;

/**
 * Reads YAML as far as it goes: half-typed YAML gives what its readable lines declare.
 * `offset` is where `yaml` begins in its document; all ranges are in the document's terms.
 */
export function readMetadata(yaml: string, offset = 0): Metadata {
  if (!tellingWord.test(yaml)) return noMetadata;
  const root = parseMap(yaml);
  const read = root ? metadataOf(root, yaml, offset) : noMetadata;
  const found =
    read.bibliographies.length || read.csl || read.definedKeys.length || read.metadataFiles.length;
  return found || read.crossReferenceKinds?.length ? read : scanLines(yaml, offset);
}

/** Reads a file of Pandoc's defaults (manual, “Defaults files”): what it says itself, and its map `metadata`. */
export function readDefaults(yaml: string): Metadata {
  const own = readMetadata(yaml);
  const root = tellingWord.test(yaml) ? parseMap(yaml) : undefined;
  const inner = root && valueUnder(root, 'metadata');
  if (!isMap(inner)) return own;
  const read = metadataOf(inner as YAMLMap<unknown, unknown>, yaml, 0);
  const csl = own.csl ?? read.csl;
  return {
    bibliographies: [...own.bibliographies, ...read.bibliographies],
    ...(csl && { csl }),
    definedKeys: [...own.definedKeys, ...read.definedKeys],
    metadataFiles: [...own.metadataFiles, ...read.metadataFiles],
  };
}

/** The documents that a file of Pandoc's defaults says are to be read. */
export function readInputFiles(yaml: string): string[] {
  const root = /^input-files?:/m.test(yaml) ? parseMap(yaml) : undefined;
  if (!root) return [];
  return ['input-files', 'input-file'].flatMap(key =>
    textsOf(valueUnder(root, key), yaml).map(({ path }) => path),
  );
}

/** The fields that say something about bibliographies. */
const readFields = new Set([
  'bibliography',
  'csl',
  'citation-style',
  'references',
  'metadata-file',
  'metadata-files',
  'format',
  'reference-section-title',
  'suppress-bibliography',
  'lang',
]);

/**
 * The top-level map of a YAML text, or `undefined` where there is none, or where it would take longer than anybody should wait at a
 * keystroke. Of long texts the fields that are read, with the ids of their references. Never throws.
 */
export function parseMap(yaml: string): YAMLMap<unknown, unknown> | undefined {
  const isShort = isQuicklyRead(yaml);
  const read = isShort ? yaml : onlyFields(yaml, readFields);
  if (!isShort && !isQuicklyRead(withoutReferences(read))) return undefined;
  try {
    const { contents } = parseDocument(withIndentedFlows(read), {
      strict: false,
      uniqueKeys: false,
      logLevel: 'silent',
      // They are made at quadratic cost.
      prettyErrors: false,
    });
    return isMap(contents) ? (contents as YAMLMap<unknown, unknown>) : undefined;
  } catch {
    return undefined; // nested deeper than the parser's stack
  }
}

/** The value under a key of a YAML map. */
export function valueUnder(map: YAMLMap<unknown, unknown>, key: string): Node | undefined {
  const pair = map.items.find(item => (isScalar(item.key) ? item.key.value : item.key) === key);
  return (pair?.value as Node | null | undefined) ?? undefined;
}

/** Every text in a scalar, or a list or map of scalars, with its place; a tag (`!expr`) stays with its text. */
export function textsOf(node: unknown, yaml: string, offset = 0): DeclaredBibliography[] {
  if (isSeq(node)) return node.items.flatMap(item => (isScalar(item) ? textsOf(item, yaml, offset) : []));
  // `bibliography: {main: a.bib, software: b.bib}`, for filters that make several lists.
  if (isMap(node))
    return node.items.flatMap(({ value }) => (isScalar(value) ? textsOf(value, yaml, offset) : []));
  if (!isScalar(node) || node.value === null || node.value === '') return [];
  const range = (node as Scalar.Parsed).range;
  if (!range) return [];
  const quoted = /["']/.test(yaml[range[0]] ?? '') ? 1 : 0;
  const written = String(node.value).trim();
  const path = node.tag?.startsWith('!') ? `${node.tag} ${written}` : written;
  return path ? [{ path, start: offset + range[0] + quoted, end: offset + range[1] - quoted }] : [];
}

function metadataOf(root: YAMLMap<unknown, unknown>, yaml: string, offset: number): Metadata {
  const texts = (key: string) => textsOf(valueUnder(root, key), yaml, offset);
  const csl = texts('csl')[0] ?? texts('citation-style')[0];
  const kinds = crossReferenceKinds(root);
  return {
    bibliographies: [...texts('bibliography'), ...bibliographiesOfFormats(root, yaml, offset)],
    ...(kinds.length && { crossReferenceKinds: kinds }),
    ...(csl && { csl }),
    definedKeys: referenceIds(valueUnder(root, 'references'), yaml, offset),
    metadataFiles: [...texts('metadata-files'), ...texts('metadata-file')],
  };
}

/** Quarto: `crossref: {custom: [{key: suppfig, …}]}` */
function crossReferenceKinds(root: YAMLMap<unknown, unknown>): string[] {
  const crossref = valueUnder(root, 'crossref');
  const custom = isMap(crossref) ? valueUnder(crossref as YAMLMap<unknown, unknown>, 'custom') : undefined;
  if (!isSeq(custom)) return [];
  return custom.items.flatMap(item => {
    const key = isMap(item) ? valueUnder(item as YAMLMap<unknown, unknown>, 'key') : undefined;
    return isScalar(key) ? [String(key.value)] : [];
  });
}

/** Quarto lets each format have its own: `format: {html: {bibliography: a.bib}}`. */
function bibliographiesOfFormats(
  root: YAMLMap<unknown, unknown>,
  yaml: string,
  offset: number,
): DeclaredBibliography[] {
  const formats = valueUnder(root, 'format');
  if (!isMap(formats)) return [];
  return formats.items.flatMap(({ value }) =>
    isMap(value) ? textsOf(valueUnder(value as YAMLMap<unknown, unknown>, 'bibliography'), yaml, offset) : [],
  );
}

function referenceIds(node: Node | ParsedNode | undefined, yaml: string, offset: number): CitedKey[] {
  if (!isSeq(node)) return [];
  return node.items.flatMap(item => {
    if (!isMap(item)) return [];
    const id = textsOf(valueUnder(item as YAMLMap<unknown, unknown>, 'id'), yaml, offset)[0];
    return id ? [{ key: id.path, form: 'normal' as const, start: id.start, end: id.end }] : [];
  });
}

/** For YAML that does not parse (yet): `bibliography: a.bib`, `bibliography: [a.bib, b.bib]` and block lists, line by line. */
function scanLines(yaml: string, offset: number): Metadata {
  const bibliographies: DeclaredBibliography[] = [];
  let inList = false;
  let lineStart = 0;
  for (const line of yaml.split('\n')) {
    const declared = line.startsWith('bibliography:');
    const listed: boolean = inList && /^\s*- /.test(line);
    if (declared || listed) {
      const valueStart = declared ? 'bibliography:'.length : line.indexOf('- ') + 2;
      for (const { 0: path, index } of line.slice(valueStart).matchAll(/[^\s,"'[\]][^,"'[\]\r]*/g)) {
        const start = offset + lineStart + valueStart + index;
        const written = path.trimEnd();
        if (written !== '~' && written !== 'null')
          bibliographies.push({ path: written, start, end: start + written.length });
      }
    }
    inList = declared || listed;
    lineStart += line.length + 1;
  }
  return { bibliographies, definedKeys: [], metadataFiles: [] };
}
