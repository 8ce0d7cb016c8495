export interface Field {
  readonly name: string;
  /** Without delimiters; balanced in braces. */
  readonly value: string;
  /** A macro (`jun`), which takes no delimiters. */
  readonly bare?: boolean;
}

export interface BibtexEntry {
  readonly type: string;
  readonly fields: readonly Field[];
}
