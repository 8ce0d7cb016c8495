import { withoutMarkup } from '../../model/markup';
import type { ReferenceSummary } from '../../model/reference';
import { textKey } from '../../util/hash';
import { layOut } from '../../util/layout/layout';
import type { LibraryPicture, PicturedWork } from '../libraryService';
import type { SourceLoader, SourcesParts } from '../sources/sourceLoader';
import type { MarkedWork } from '../works/memberOrder';

/** Works described between two pauses. */
const worksPerSlice = 200;
/** A library of keywords may have thousands; those of single works tell nothing. */
const maxTopics = 60;

/** Draws the library up: its works in the order of their keys, each with a place near to those that are alike. */
export class PictureMaker {
  /** What was laid out last, by what it was made from. */
  private kept: { readonly name: string; readonly places: Float32Array } | undefined;

  constructor(
    private readonly sources: SourceLoader,
    private readonly parts: Pick<SourcesParts, 'topics' | 'pause'>,
  ) {}

  async of(marked: () => Promise<readonly MarkedWork[]>): Promise<LibraryPicture> {
    const works = [...(await marked())].sort((a, b) => compare(nameOf(a), nameOf(b)));
    const places = await this.placesOf(works);
    const topics = this.topicsOf(works);
    const pictured: PicturedWork[] = [];
    for (const [position, work] of works.entries()) {
      const place = places.get(position);
      const topicNumbers = work.marks.topics.flatMap(topic => topics.get(topic)?.number ?? []);
      pictured.push(picturedWork(work, this.sources.briefs.of(work.references[0]!), topicNumbers, place));
      if (position % worksPerSlice === worksPerSlice - 1) await this.parts.pause();
    }
    return { works: pictured, topics: [...topics.values()].map(({ label }) => label) };
  }

  private async placesOf(works: readonly MarkedWork[]): Promise<ReadonlyMap<number, [number, number]>> {
    const vectors = this.sources.indexed.index.vectors?.(works.map(({ slot }) => slot)) ?? [];
    const known = [...works.keys()].filter(position => vectors[position] !== undefined);
    const width = vectors[known[0] ?? -1]?.length ?? 0;
    const values = new Float32Array(known.length * width);
    for (const [row, position] of known.entries()) values.set(vectors[position]!, row * width);
    const name = `${width} ${known.length} ${textKey(known.map(position => nameOf(works[position]!)).join('\n'))} ${sumOf(values)}`;
    if (this.kept?.name !== name) {
      const steps = layOut({ count: known.length, width, values });
      let step = steps.next();
      for (; !step.done; step = steps.next()) await this.parts.pause();
      this.kept = { name, places: step.value };
    }
    const { places } = this.kept;
    return new Map(known.map((position, row) => [position, [places[2 * row]!, places[2 * row + 1]!]]));
  }

  /** Topics by id, those of most works first. */
  private topicsOf(works: readonly MarkedWork[]): ReadonlyMap<string, { number: number; label: string }> {
    const labels = new Map(this.parts.topics.map(({ id, label }) => [id, label]));
    const counts = new Map<string, number>();
    for (const { marks } of works)
      for (const topic of marks.topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
    const most = [...counts]
      .filter(([, count]) => count > 1)
      .sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
      .slice(0, maxTopics);
    return new Map(most.map(([id], number) => [id, { number, label: labels.get(id) ?? id }]));
  }
}

function picturedWork(
  { references, marks }: MarkedWork,
  { authors, title }: ReferenceSummary,
  topics: readonly number[],
  place: [number, number] | undefined,
): PicturedWork {
  const [first] = references;
  const { key, origin } = first!;
  const year = Number.parseInt(marks.year ?? '', 10);
  return {
    key,
    source: origin.source,
    keys: [...new Set(references.map(reference => reference.key))],
    short: shortNames(marks, authors.length, key),
    title: withoutMarkup(title).replace(/\s+/g, ' ').trim() || key,
    ...(Number.isFinite(year) && { year: marks.year?.endsWith('BC') ? -year : year }),
    topics,
    ...(place && { place }),
  };
}

/** `Bell et al. 2022`, told without reading the whole entry. */
function shortNames({ family, year }: MarkedWork['marks'], authors: number, key: string): string {
  const names = family && (authors > 1 ? `${family} et al.` : family);
  return [names, year].filter(Boolean).join(' ') || key;
}

function nameOf({ references }: MarkedWork): string {
  return `${references[0]!.key}\n${references[0]!.origin.source}`;
}

/** Vectors may be better known than before. */
function sumOf(values: Float32Array): number {
  return values.reduce((sum, value, i) => sum + value * (1 + (i % 7)), 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
