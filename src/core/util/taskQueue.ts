/** Runs tasks one after the other: each begins when the one before has ended, however it ended. */
export class TaskQueue {
  private last: Promise<unknown> = Promise.resolve();
  private added = 0;
  private ended = 0;

  run<T>(task: () => Promise<T>): Promise<T> {
    this.added++;
    const result = this.last.then(task).finally(() => this.ended++);
    this.last = result.catch(() => {});
    return result;
  }

  /** Gives what tells, asked within a task, whether it is the only one since now: no other ran or waited. */
  sinceNow(): () => boolean {
    const { added, ended } = this;
    return () => added === ended && this.added === added + 1;
  }
}
