import { isScalar, parseDocument, type Scalar, visit } from 'yaml';
import { applyEdits } from '../../../model/textEdit';
import type { TextRange } from '../../../model/textRange';
import type { Insertion } from '../../edit/joinInsertions';

/**
 * An insertion into YAML metadata, with the value it goes into in quotes where it could not stand bare any more: `title: [@key] A` would
 * be a list. `block` is the inside of the metadata block.
 */
export function insertInMetadata(text: string, [from, to]: TextRange, insertion: Insertion): Insertion {
  const [edit] = insertion.edits;
  if (insertion.edits.length !== 1 || !edit || edit.start < from || edit.end > to) return insertion;
  const yaml = text.slice(from, to);
  const written = edit.text.trim();
  const empty = /(?:^|\n)[ \t]*(?:-[ \t]+)?[\w-]+:[ \t]*$/.exec(yaml.slice(0, edit.start - from));
  if (empty && /^[ \t]*(?:\r?\n|$)/.test(text.slice(edit.end))) {
    const lead = /\s$/.test(empty[0]) ? '' : ' ';
    const quoted = `${lead}${quote(written)}`;
    return { edits: [{ ...edit, text: quoted }], cursor: edit.start + quoted.length - 1 };
  }
  const scalar = plainScalarAt(yaml, edit.start - from, edit.end - from);
  if (!scalar?.range) return insertion;
  const [start, end] = scalar.range;
  const inside = { ...edit, start: edit.start - from - start, end: edit.end - from - start };
  const value = applyEdits(yaml.slice(start, end), [inside]).trim();
  const after = plainScalarAt(
    applyEdits(yaml, [{ ...edit, start: edit.start - from, end: edit.end - from }]),
    start,
    start + value.length,
  );
  if (after?.value === value) return insertion;
  const quoted = quote(value);
  const cursor = from + start + quote(value.slice(0, insertion.cursor - from - start)).length - 1;
  return { edits: [{ start: from + start, end: from + end, text: quoted }], cursor };
}

/** The scalar without quotes that holds a stretch of a YAML text. */
function plainScalarAt(yaml: string, start: number, end: number): Scalar | undefined {
  let found: Scalar | undefined;
  try {
    const document = parseDocument(yaml, { logLevel: 'silent', uniqueKeys: false });
    if (document.errors.length) return undefined;
    visit(document, {
      Scalar(position, node) {
        if (position === 'key' || !isScalar(node) || node.type !== 'PLAIN' || !node.range) return;
        if (node.range[0] <= start && end <= node.range[1]) found = node as Scalar;
      },
    });
  } catch {
    return undefined;
  }
  return found;
}

/** In double quotes, which escape as JSON does. */
function quote(value: string): string {
  return JSON.stringify(value);
}
