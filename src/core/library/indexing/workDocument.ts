import { curatedTopics } from '../works/groupingKeys';
import type { Topic } from '../works/groups';
import type { SummaryCache } from '../works/summaryCache';
import type { Work } from '../works/works';

/** What the search index is told of a work: one text per field, from whichever of its references has it. */
export interface WorkDocument {
  readonly key: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly year?: number;
  readonly venue?: string;
  /** Read when asked for: it is long, and may be wanted later or never. */
  readonly abstract?: string | undefined;
  /** The language that one of its references states. */
  readonly language?: string | undefined;
  readonly topics: readonly string[];
  /** Labels of the sources it is in, for `in:`. */
  readonly sources: readonly string[];
}

export function documentOf(
  work: Work,
  recent: SummaryCache,
  topics: ReadonlyMap<string, Topic>,
  labelOfSource: (sourceId: string) => string,
): WorkDocument {
  const { references } = work;
  const briefs = references.map(reference => recent.of(reference));
  const first = briefs[0]!;
  const pick = <T>(get: (brief: (typeof briefs)[number]) => T | undefined): T | undefined => {
    for (const brief of briefs) {
      const value = get(brief);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const year = Number(pick(brief => brief.year));
  const venue = pick(brief => brief.venue);
  const language = pick(brief => brief.language);
  const curated = curatedTopics(references).map(id => topics.get(id)?.label ?? id);
  return {
    key: distinct(references.map(({ key }) => key)).join(' '),
    title: first.title,
    authors: pick(brief => (brief.authors.length ? brief.authors : undefined)) ?? [],
    ...(Number.isInteger(year) ? { year } : {}),
    ...(venue ? { venue } : {}),
    ...(language ? { language } : {}),
    get abstract() {
      return pick(brief => brief.abstract);
    },
    topics: [...curated, ...briefs.flatMap(brief => brief.keywords ?? [])],
    sources: distinct(references.map(({ origin }) => labelOfSource(origin.source))),
  };
}

/** What is left to find a work by whose fields cannot be made out. */
export function documentByKey({ references }: Work): WorkDocument {
  const key = distinct(references.map(reference => reference.key)).join(' ');
  return { key, title: key, authors: [], topics: [], sources: [] };
}

function distinct(texts: readonly string[]): readonly string[] {
  return texts.length === 1 ? texts : [...new Set(texts)];
}
