/** A file that belongs to a work: its PDF, a snapshot of its page. */
export interface Attachment {
  /** As the bibliography has it: absolute, an address, or relative to the bibliography's own folder. */
  readonly path: string;
  /** What the program that wrote it calls it: `Full Text PDF`. */
  readonly title?: string;
  /** Its kind, as a program names it: `application/pdf`, `PDF`. */
  readonly type?: string;
}
