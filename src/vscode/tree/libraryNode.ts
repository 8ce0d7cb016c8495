import type { Group, GroupBy, Member } from '../../core/library/libraryService';

/** One row of the library view. */
export type LibraryNode = GroupNode | SliceNode | ReferenceNode;

/** References that have something in common. */
export interface GroupNode {
  readonly kind: 'group';
  readonly by: GroupBy;
  readonly group: Group;
  /** It is a row of a filtered tree, where all groups are open. */
  readonly isFiltered: boolean;
}

/** A stretch of a group that is too long to show at once. */
export interface SliceNode {
  readonly kind: 'slice';
  readonly parent: GroupNode;
  readonly start: number;
  readonly end: number;
}

export interface ReferenceNode extends Member {
  readonly kind: 'reference';
  readonly parent: GroupNode;
}

/** VS Code draws a few hundred rows without a pause, and nobody scrolls through more. */
const sliceLength = 500;

/** The stretches of a long group; empty for one that can be shown whole. */
export function slicesOf(parent: GroupNode): SliceNode[] {
  const { count } = parent.group;
  if (count <= sliceLength) return [];
  return Array.from({ length: Math.ceil(count / sliceLength) }, (_, index) => ({
    kind: 'slice',
    parent,
    start: index * sliceLength,
    end: Math.min(count, (index + 1) * sliceLength),
  }));
}

/** A name for a group that lasts over refreshes, other than that of the same group among others. */
export function groupName({ by, group }: GroupNode): string {
  return `${by}\n${group.id}`;
}
