import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { isQuicklyRead } from '../../../util/yamlLimits';
import { packed } from '../../place/outline';

/** Fields that are printed as text, in which one may cite. What others hold, formats, paths and names, is read by programs. */
const prose =
  /^(?:(?:short|running|sub)?-?title|abstract|thanks|summary|(?:sub)?-?caption|(?:[\w-]+-)?(?:cap|note|text)|notes?|description|acknowledge?ments?|dedication|epigraph|keypoints|keywords|highlights|significance(?:-statement)?|plain-language-summary|funding|disclaimer)$/i;

/** Keys alone are listed here, not in running text. */
const listing = 'nocite';

/**
 * What a YAML text says, the same wherever one cites in its texts: `without` is the text with blanks in the place of its citations. Another
 * one where citing has made something else of the YAML, or where it changed what a program reads.
 */
export function metadataShape(yaml: string, without: string): string {
  const read = parsed(yaml);
  const left = parsed(without);
  return read && left ? `${shapeOf(read, false)} ${shapeOf(left, true)}` : packed(yaml);
}

function parsed(yaml: string): unknown {
  if (!isQuicklyRead(yaml)) return undefined;
  try {
    const document = parseDocument(yaml, { logLevel: 'silent', uniqueKeys: false, prettyErrors: false });
    return document.errors.length ? undefined : document.contents;
  } catch {
    return undefined;
  }
}

/** `onlyTexts` says what the texts say, the other way round all but them. */
function shapeOf(node: unknown, onlyTexts: boolean, field = ''): string {
  if (isMap(node))
    return `{${node.items
      .map(({ key, value }) => {
        const name = isScalar(key) ? String(key.value) : '';
        return `${onlyTexts ? '' : name}:${shapeOf(value, onlyTexts, name)}`;
      })
      .join(',')}}`;
  if (isSeq(node)) return `[${node.items.map(item => shapeOf(item, onlyTexts, field)).join(',')}]`;
  const value = isScalar(node) ? node.value : null;
  const isText = prose.test(field) && (value === null || typeof value === 'string');
  if (isText) return onlyTexts ? packed(value ?? '') : '';
  return onlyTexts || field === listing ? '' : JSON.stringify(value);
}
