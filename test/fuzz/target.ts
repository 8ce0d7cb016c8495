import assert from 'node:assert/strict';
import { applyEdits, type TextEdit } from '../../src/core/model/textEdit';

/** One thing that takes text of others. */
export interface Target {
  /** Beginnings of what it is given, from which others are made. */
  readonly seeds: readonly string[];
  /** Throws where something is wrong. `at` is a number to choose a place by. */
  readonly check: (text: string, at: number) => void;
  /** Takes time by the length of its text: checked by doubling. */
  readonly grows: (text: string) => void;
}

/** What the text is after the edits, which must lie in it and not overlap. */
export function checkEdits(text: string, edits: readonly TextEdit[]): string {
  let last = 0;
  for (const { start, end } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    assert.ok(start >= last && end >= start && end <= text.length, `edit ${start} to ${end}`);
    last = end;
  }
  return applyEdits(text, edits);
}
