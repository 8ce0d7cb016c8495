export interface Scored {
  readonly id: number;
  readonly score: number;
}

/** Keeps the highest scores of many: a heap with the lowest on top. Of equal scores the smaller id is kept. */
export class TopList {
  private readonly heap: Scored[] = [];

  constructor(private readonly limit: number) {}

  /** Whether adding this would keep it. */
  takes(score: number, id: number): boolean {
    if (this.heap.length < this.limit) return this.limit > 0;
    const lowest = this.heap[0]!;
    return score > lowest.score || (score === lowest.score && id < lowest.id);
  }

  /** What scores less than this is not kept. */
  get least(): number {
    return this.heap.length < this.limit
      ? Number.NEGATIVE_INFINITY
      : (this.heap[0]?.score ?? Number.POSITIVE_INFINITY);
  }

  add(score: number, id: number): void {
    if (!this.takes(score, id)) return;
    const { heap } = this;
    const item = { score, id };
    if (heap.length < this.limit) {
      let at = heap.push(item) - 1;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (compare(heap[parent]!, item) <= 0) break;
        heap[at] = heap[parent]!;
        at = parent;
      }
      heap[at] = item;
      return;
    }
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && compare(heap[child + 1]!, heap[child]!) < 0) child++;
      if (compare(item, heap[child]!) <= 0) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = item;
  }

  /** What was kept, best first. */
  descending(): Scored[] {
    return [...this.heap].sort((a, b) => compare(b, a));
  }
}

function compare(a: Scored, b: Scored): number {
  return a.score - b.score || b.id - a.id;
}
