import { type InBackground, noWork } from '../../util/cooperative';
import { orElse } from '../../util/orElse';
import type { Understanding } from '../libraryService';
import type { Topic } from '../works/groups';
import type { SummaryCache } from '../works/summaryCache';
import type { Work, WorkChanges } from '../works/works';
import { documentByKey, documentOf } from './workDocument';
import type { CreateIndex, WorkIndex } from './workIndex';

/** Abstracts indexed between two pauses: a few milliseconds' worth. */
const abstractsPerSlice = 50;
/** Meanings are learnt anew when this share of the works is new, or gone, since. */
const muchChanged = 0.2;
/** How far the reading of meanings is, is told so often. */
const reportsOfMeaning = 200;

/** The search index over the library's works, kept in step with them. */
export class WorkIndexer {
  readonly index: WorkIndex;
  /** The index was made from what was serialised. */
  readonly isRestored: boolean;
  private readonly bySlot = new Map<number, Work>();
  private readonly topicsById: ReadonlyMap<string, Topic>;
  private indexingAbstracts = false;
  private abstractsLeft = 0;
  private learning = false;
  private isEncoding = false;
  /** Works came since what is to be encoded was looked up. */
  private isEncodingAgain = false;
  /** Works that came, changed and went since meanings were learnt. */
  private changedSinceLearnt = 0;

  constructor(
    createIndex: CreateIndex,
    serialised: Uint8Array | undefined,
    private readonly briefs: SummaryCache,
    topics: readonly Topic[],
    private readonly labelOfSource: (sourceId: string) => string,
    private readonly pause: () => Promise<void>,
  ) {
    const texts = {
      title: (slot: number) => {
        const work = this.bySlot.get(slot);
        return work ? briefs.of(work.references[0]!).title : '';
      },
      abstract: (slot: number) => this.firstAbstract(this.bySlot.get(slot)),
    };
    const restored = serialised && createIndex(texts, serialised);
    this.isRestored = restored !== undefined;
    this.index = restored ?? createIndex(texts)!;
    this.topicsById = new Map(topics.map(topic => [topic.id, topic]));
  }

  /** Abstracts are not searched yet. */
  get isIncomplete(): boolean {
    return this.abstractsLeft > 0;
  }

  at(slot: number): Work | undefined {
    return this.bySlot.get(slot);
  }

  readonly has = (slot: number): boolean => this.bySlot.has(slot);

  /** Takes over changes of works. Their abstracts follow in `indexAbstracts`. */
  update({ added, changed, removed }: WorkChanges): void {
    this.forget(removed);
    for (const work of changed) this.replace(work);
    const works = [...added];
    const documents = works.map(work => this.documentOf(work));
    const slots = this.index.add(documents, { deferAbstracts: true });
    for (const [position, work] of works.entries()) this.place(work, slots[position]!);
    this.abstractsLeft += works.length;
    this.changedSinceLearnt += changed.size + removed.size;
  }

  /** The index knows a work under this number already. */
  place(work: Work, slot: number): void {
    work.slot = slot;
    this.bySlot.set(slot, work);
    this.changedSinceLearnt++;
  }

  replace(work: Work): void {
    if (work.slot >= 0) this.index.replace(work.slot, this.documentOf(work));
  }

  /** Makes the abstracts of these works found before those of others. */
  indexAbstractsOf(works: readonly Work[]): void {
    this.index.indexAbstractsOf(works.map(({ slot }) => slot));
  }

  /** Calls back once all abstracts can be found. */
  async indexAbstracts(done: () => void): Promise<void> {
    if (this.indexingAbstracts || this.abstractsLeft === 0) return;
    this.indexingAbstracts = true;
    do {
      this.abstractsLeft = this.index.indexAbstracts(abstractsPerSlice);
      await this.pause();
    } while (this.abstractsLeft > 0);
    this.indexingAbstracts = false;
    done();
  }

  /** Learns what the words of the works tell of meanings, if much has changed; gives up once `isIdle` does not hold. Calls back once it is learnt. */
  async learnMeaning(inBackground: InBackground, isIdle: () => boolean, done: () => void): Promise<void> {
    if (this.learning) return;
    this.learning = true;
    while (isIdle() && this.changedSinceLearnt > muchChanged * this.bySlot.size) {
      const begun = this.changedSinceLearnt;
      const changed = () => this.changedSinceLearnt - begun;
      const goesOn = () => isIdle() && changed() <= muchChanged * this.bySlot.size;
      const isDone = await inBackground(this.index.learnMeaning?.() ?? noWork(), goesOn, () => undefined);
      if (!isDone) continue;
      this.changedSinceLearnt = changed();
      done();
    }
    this.learning = false;
  }

  /** Reads works for their meaning, as far as that is to be done, and tells now and then how far it is. */
  async encodeMeaning(
    inBackground: InBackground,
    goesOn: () => boolean,
    report: (understanding: Understanding) => void,
  ): Promise<void> {
    this.isEncodingAgain = true;
    if (this.isEncoding) return;
    this.isEncoding = true;
    let reported: Understanding = { done: 0, total: 0 };
    let latest: Understanding | undefined;
    while (this.isEncodingAgain && goesOn()) {
      this.isEncodingAgain = false;
      await inBackground(this.index.encodeMeaning?.() ?? noWork(), goesOn, now => {
        latest = now;
        const news = Math.max(1, now.total / reportsOfMeaning);
        if (now.total === reported.total && now.done - reported.done < news) return;
        reported = now;
        report(now);
      });
    }
    this.isEncoding = false;
    // Whoever shows how far it is has to be told that it ended.
    if (latest) report(goesOn() ? { ...latest, done: latest.total } : latest);
  }

  private forget(works: Iterable<Work>): void {
    const slots: number[] = [];
    for (const work of works) {
      if (work.slot < 0) continue;
      slots.push(work.slot);
      this.bySlot.delete(work.slot);
      work.slot = -1;
    }
    this.index.remove(slots);
  }

  private firstAbstract(work: Work | undefined): string | undefined {
    for (const reference of work?.references ?? []) {
      const { abstract } = this.briefs.of(reference);
      if (abstract) return abstract;
    }
    return undefined;
  }

  private documentOf(work: Work) {
    return orElse(
      () => documentOf(work, this.briefs, this.topicsById, this.labelOfSource),
      () => documentByKey(work),
    );
  }
}
