import { curatedTopics } from './groupingKeys';
import type { SummaryCache } from './summaryCache';
import type { Work } from './works';

/** The fields whose values can be proposed. */
export type ValuedField = 'authors' | 'venue' | 'topics' | 'key' | 'sources' | 'year';

export interface FieldValue {
  readonly value: string;
  readonly count: number;
}

/** Works read between two pauses. */
const perSlice = 200;

/** What the works of a library have in a field, and how many have it; counted when first asked for, and anew after a change. */
export class FieldValues {
  private known = new Map<ValuedField, Promise<readonly FieldValue[]>>();

  constructor(
    private readonly works: () => Iterable<Work>,
    private readonly briefs: SummaryCache,
    private readonly labels: { topic(id: string): string; source(id: string): string },
    private readonly pause: () => Promise<void>,
  ) {}

  forget(): void {
    this.known = new Map();
  }

  of(field: ValuedField): Promise<readonly FieldValue[]> {
    const known = this.known.get(field) ?? this.count(field);
    this.known.set(field, known);
    return known;
  }

  private async count(field: ValuedField): Promise<readonly FieldValue[]> {
    const counts = new Map<string, number>();
    let read = 0;
    for (const work of [...this.works()]) {
      for (const value of new Set(this.valuesOf(work, field)))
        counts.set(value, (counts.get(value) ?? 0) + 1);
      if (++read % perSlice === 0) await this.pause();
    }
    return [...counts].map(([value, count]) => ({ value, count }));
  }

  private valuesOf({ references }: Work, field: ValuedField): readonly string[] {
    if (field === 'key') return references.map(({ key }) => key).filter(Boolean);
    if (field === 'sources') return references.map(({ origin }) => this.labels.source(origin.source));
    const briefs = references.map(reference => this.briefs.of(reference));
    switch (field) {
      case 'authors':
        return briefs.flatMap(({ authors }) => authors);
      case 'venue':
        return briefs.flatMap(({ venue }) => venue ?? []);
      case 'year':
        return briefs.flatMap(({ year }) => year ?? []);
      case 'topics': {
        const curated = curatedTopics(references).map(id => this.labels.topic(id));
        return curated.length ? curated : briefs.flatMap(({ keywords }) => keywords ?? []);
      }
    }
  }
}
