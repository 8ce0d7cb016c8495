import type { Reference } from '../../model/reference';
import type { SummaryCache } from './summaryCache';

/** Under what a work is filed when the library is grouped, and how it is sorted there. */
export interface GroupingKeys {
  readonly year: string | undefined;
  readonly venue: string | undefined;
  readonly family: string | undefined;
  /** Curated topics of the collection by id, or else the keywords of its references. */
  readonly topics: readonly string[];
  /** What reference managers have them under: JabRef's groups, Zotero's collections. */
  readonly collections: readonly string[];
}

/** The topics, by id, that the bundled collection's reference of a work is in. Others' items are not looked at: that would decode them. */
export function curatedTopics(references: readonly Reference[]): readonly string[] {
  const bundled = references.find(({ origin }) => origin.source === 'collection');
  return bundled?.item.custom?.topics ?? [];
}

const noNames: readonly string[] = [];

/** Makes the marks of works. Names that many works share are kept once. */
export class GroupingKeyBuilder {
  private readonly names = new Map<string, string>();

  constructor(private readonly briefs: SummaryCache) {}

  marksOf(references: readonly Reference[]): GroupingKeys {
    const briefs = references.map(reference => this.briefs.of(reference));
    const curated = curatedTopics(references);
    const topics = curated.length ? curated : briefs.flatMap(brief => brief.keywords ?? []);
    const pick = (field: 'year' | 'venue' | 'firstFamily') => {
      const value = briefs.find(brief => brief[field] !== undefined)?.[field];
      return value && this.shared(value);
    };
    return {
      year: pick('year'),
      venue: pick('venue'),
      family: pick('firstFamily'),
      topics: this.distinct(topics),
      collections: this.distinct(briefs.flatMap(brief => brief.collections ?? [])),
    };
  }

  private distinct(names: readonly string[]): readonly string[] {
    return names.length ? [...new Set(names)].map(name => this.shared(name)) : noNames;
  }

  private shared(name: string): string {
    const known = this.names.get(name);
    if (known !== undefined) return known;
    this.names.set(name, name);
    return name;
  }
}
