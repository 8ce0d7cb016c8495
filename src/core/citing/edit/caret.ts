import type { Insertion } from './joinInsertions';

/** Stands for the cursor in text that is being put together; no document holds it (it is of Unicode's private use). */
export const caret = '\uE000';

/** The insertion with its cursor where the caret is in one of its edits, which it leaves. */
export function withCursorAtCaret(insertion: Insertion): Insertion {
  const marked = insertion.edits.find(({ text }) => text.includes(caret));
  if (!marked) return insertion;
  let cursor = marked.start + marked.text.indexOf(caret);
  for (const { start, end, text } of insertion.edits)
    if (start < marked.start) cursor += text.length - (end - start);
  const edits = insertion.edits.map(edit =>
    edit === marked ? { ...edit, text: edit.text.replace(caret, '') } : edit,
  );
  return { edits, cursor };
}
