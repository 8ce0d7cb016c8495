import { applyEdits, editBetween, type TextEdit } from '../../model/textEdit';

/** An insertion as if it were the only one. */
export interface Insertion {
  readonly edits: readonly TextEdit[];
  /** Where the cursor goes, in the text after these edits. */
  readonly cursor: number;
  /** Nothing can be cited there or nearby, so there are no edits. */
  readonly isRefused?: boolean;
  /** It is in another block than the place that was asked for, where nothing can be cited. */
  readonly isMoved?: boolean;
}

/** An insertion into another version of a text, as one edit of the text itself. Where it is refused the cursor goes to `kept`. */
export function asEditOf(text: string, version: string, insertion: Insertion, kept: number): Insertion {
  return insertion.isRefused
    ? { ...insertion, cursor: kept }
    : { ...insertion, edits: [editBetween(text, applyEdits(version, insertion.edits))] };
}

export interface JoinedInsertions {
  readonly edits: readonly TextEdit[];
  /** In the text after all edits, in the order of the insertions. */
  readonly cursors: readonly number[];
}

/**
 * Several insertions into one text made one: what two cursors in the same citation want is done once, and each cursor moves with what
 * is inserted before it. `before` are edits of another purpose; at the same place they come first.
 */
export function joinInsertions(
  insertions: readonly Insertion[],
  before: readonly TextEdit[] = [],
): JoinedInsertions {
  const edits = [...before];
  const known = new Set<string>();
  for (const edit of insertions.flatMap(insertion => insertion.edits)) {
    const name = JSON.stringify([edit.start, edit.end, edit.text]);
    if (!known.has(name)) edits.push(edit);
    known.add(name);
  }
  const cursors = insertions.map(insertion => {
    const own = new Set(insertion.edits.map(({ start }) => start));
    const first = Math.min(...own);
    let moved = 0;
    for (const { start, end, text } of edits) {
      const isOwn = own.has(start) && !before.some(edit => edit.start === start && edit.text === text);
      if (!isOwn && start <= first) moved += text.length - (end - start);
    }
    return insertion.cursor + moved;
  });
  return { edits, cursors };
}
