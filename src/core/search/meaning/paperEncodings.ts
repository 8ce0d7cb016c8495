import { resizeTypedArray } from '../../util/collections/typedArrays';
import type { Task } from '../../util/cooperative';
import { textKey } from '../../util/hash';
import type { EncodingProgress, PaperText } from '../rank/meaningScorer';
import type { VectorStore } from './vectorStore';

/** What encodes texts; see `SentenceEncoder`. */
export interface TextEncoder {
  readonly width: number;
  encodeInSteps(text: string, maxPieces: number): Task<Float32Array>;
}

/** Word pieces of a paper that are read: later ones tell little more (256 of them gained less than .005). */
const maxPieces = 128;
/** What reading a title takes of the time for a whole paper. */
const titlePart = 0.1;
/** Of larger libraries only titles are read, and of still larger ones only the first so many. */
const maxWholes = 20_000;
const maxPapers = 100_000;
/** Papers that somebody is likely to look for next. */
const maxPreferred = 500;
const firstRoom = 256;

/** No paper, one without a vector, one with its title's, one with that of its title and abstract. */
enum State {
  none = 0,
  unread = 1,
  title = 2,
  whole = 3,
}

/** The vectors of a library's own papers, by their id: first of titles, then of titles with abstracts. */
export class PaperEncodings {
  private states = new Uint8Array(firstRoom);
  private rows = new Int32Array(firstRoom);
  private idLimit = 0;
  private readonly counts = [0, 0, 0, 0];
  private readonly preferred = new Set<number>();
  /** The paper that is being encoded, unless it changed since. */
  private current: number | undefined;

  constructor(private readonly store: VectorStore) {}

  /** A paper, whose vector may be known from an earlier session. */
  add(id: number, paper: PaperText): void {
    this.remove(id);
    if (id >= this.states.length) {
      this.states = resizeTypedArray(this.states, 2 * (id + 1));
      this.rows = resizeTypedArray(this.rows, 2 * (id + 1));
    }
    this.idLimit = Math.max(this.idLimit, id + 1);
    this.setState(id, State.unread);
    const whole = this.store.use(textKey(wholeText(paper)));
    if (whole !== undefined) {
      this.rows[id] = whole;
      this.setState(id, State.whole);
      return;
    }
    const title = paper.abstract ? this.store.use(textKey(paper.title)) : undefined;
    if (title === undefined) return;
    this.rows[id] = title;
    this.setState(id, State.title);
  }

  remove(id: number): void {
    if (this.has(id)) this.store.release(this.rows[id]!);
    this.preferred.delete(id);
    if (this.current === id) this.current = undefined;
    if (id < this.states.length) this.setState(id, State.none);
  }

  /** Its vector is known. */
  has(id: number): boolean {
    return this.states[id]! >= State.title;
  }

  vector(id: number): Float32Array | undefined {
    return this.has(id) ? this.store.vector(this.rows[id]!) : undefined;
  }

  /** Makes these the next to be encoded, the first of them first. */
  prefer(ids: readonly number[]): void {
    const before = [...this.preferred];
    this.preferred.clear();
    for (const id of [...ids, ...before]) {
      if (this.preferred.size >= maxPreferred) break;
      const state = this.states[id];
      if (state === State.unread || state === State.title) this.preferred.add(id);
    }
  }

  /** A paper of which the title alone is read is in part done. */
  get progress(): EncodingProgress {
    const total = Math.min(maxPapers, this.paperCount);
    const titles = this.counts[State.title]! * (this.takesWholes ? titlePart : 1);
    return { done: Math.min(total, Math.floor(this.counts[State.whole]! + titles)), total };
  }

  /**
   * Encodes what is not yet, in steps of some milliseconds: what is preferred, then titles, then whole papers. Papers may come, change
   * and go meanwhile.
   */
  *encodeAll(encoder: TextEncoder, textOf: (id: number) => PaperText): Task<void, EncodingProgress> {
    for (const state of this.takesWholes ? [State.unread, State.title] : [State.unread])
      for (let id = 0; id < this.idLimit; id++) {
        yield* this.encodePreferred(encoder, textOf);
        if (this.states[id] === state && this.paperCount - this.counts[State.unread]! <= maxPapers)
          yield* this.encode(id, encoder, textOf);
      }
    yield* this.encodePreferred(encoder, textOf);
  }

  /** By id the cosine with a query, NaN where there is no vector; undefined where there is none at all. */
  similarities(query: Float32Array): Float32Array | undefined {
    if (this.counts[State.title]! + this.counts[State.whole]! === 0) return undefined;
    const cosines = new Float32Array(this.idLimit);
    for (let id = 0; id < this.idLimit; id++)
      cosines[id] = this.has(id) ? this.store.similarity(this.rows[id]!, query) : Number.NaN;
    return cosines;
  }

  private *encodePreferred(
    encoder: TextEncoder,
    textOf: (id: number) => PaperText,
  ): Task<void, EncodingProgress> {
    for (const id of this.preferred) {
      this.preferred.delete(id);
      while (this.states[id] === State.unread || (this.states[id] === State.title && this.takesWholes))
        yield* this.encode(id, encoder, textOf);
    }
  }

  /** A paper whose title is not encoded gets that, others get their whole text. */
  private *encode(
    id: number,
    encoder: TextEncoder,
    textOf: (id: number) => PaperText,
  ): Task<void, EncodingProgress> {
    const paper = textOf(id);
    const isTitle = this.states[id] === State.unread && Boolean(paper.abstract);
    const text = isTitle ? paper.title : wholeText(paper);
    const encoding = encoder.encodeInSteps(text, maxPieces);
    this.current = id;
    for (;;) {
      const step = encoding.next();
      if (step.done) {
        this.take(id, text, isTitle ? State.title : State.whole, step.value);
        return;
      }
      yield this.progress;
      if (this.current !== id) return;
    }
  }

  private take(id: number, text: string, state: State, vector: Float32Array): void {
    if (this.has(id)) this.store.release(this.rows[id]!);
    this.rows[id] = this.store.put(textKey(text), vector);
    this.setState(id, state);
  }

  private get takesWholes(): boolean {
    return this.paperCount <= maxWholes;
  }

  private get paperCount(): number {
    return this.counts[State.unread]! + this.counts[State.title]! + this.counts[State.whole]!;
  }

  private setState(id: number, state: State): void {
    this.counts[this.states[id]!]!--;
    this.counts[state]!++;
    this.states[id] = state;
  }
}

function wholeText({ title, abstract }: PaperText): string {
  return abstract ? `${title}. ${abstract}` : title;
}
