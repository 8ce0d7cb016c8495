/** An answer kept: what was said, and when. */
export interface KeptAnswer {
  /** The body; `null` when the service has no such work. */
  readonly body: string | null;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** Where answers are kept by their address. */
export interface AnswerCache {
  get(key: string): KeptAnswer | undefined;
  set(key: string, answer: KeptAnswer): void;
}

const day = 86_400_000;

/** How long an answer is good for: a record a month, as its citations and retraction may change; a search or a no, a day. */
export function isFresh({ body, time }: KeptAnswer, isSearch: boolean, now: number): boolean {
  const age = now - time;
  return age >= 0 && age < (body === null || isSearch ? day : 30 * day);
}

/** Answers in memory, the ones used longest ago forgotten first, within a number of characters. */
export class MemoryCache implements AnswerCache {
  private readonly answers = new Map<string, KeptAnswer>();
  private size = 0;

  constructor(private readonly maxSize = 4_000_000) {}

  get(key: string): KeptAnswer | undefined {
    const answer = this.answers.get(key);
    if (answer) {
      this.answers.delete(key);
      this.answers.set(key, answer);
    }
    return answer;
  }

  set(key: string, answer: KeptAnswer): void {
    this.remove(key);
    const size = sizeOf(key, answer);
    if (size > this.maxSize / 4) return;
    this.answers.set(key, answer);
    this.size += size;
    for (const oldest of this.answers.keys()) {
      if (this.size <= this.maxSize) break;
      this.remove(oldest);
    }
  }

  clear(): void {
    this.answers.clear();
    this.size = 0;
  }

  /** The oldest first, to be written down and set again. */
  entries(): [string, KeptAnswer][] {
    return [...this.answers];
  }

  private remove(key: string): void {
    const answer = this.answers.get(key);
    if (!answer) return;
    this.size -= sizeOf(key, answer);
    this.answers.delete(key);
  }
}

function sizeOf(key: string, { body }: KeptAnswer): number {
  return key.length + (body?.length ?? 0) + 50;
}
