/** The values of each tag, in their order. */
export type MedlineRecord = ReadonlyMap<string, readonly string[]>;

const field = /^([A-Z]{2,4}) {0,2}- ?(.*)$/;

/** Whether a text begins as MEDLINE does: with the number of its first record. */
export function isMedline(text: string): boolean {
  return /^\s*PMID- ?\d+/.test(text);
}

/** The records of a text in MEDLINE format: each begins with its `PMID`, long values go on in indented lines. */
export function medlineRecords(text: string): MedlineRecord[] {
  const records: Map<string, string[]>[] = [];
  let values: string[] | undefined;
  for (const line of text.split(/\r\n?|\n/)) {
    const match = field.exec(line);
    if (match) {
      const tag = match[1]!;
      if (tag === 'PMID') records.push(new Map());
      const record = records.at(-1);
      if (!record) continue;
      values = record.get(tag) ?? [];
      values.push(match[2]!.trim());
      record.set(tag, values);
    } else if (/^ {4,}\S/.test(line) && values?.length) values.push(`${values.pop()} ${line.trim()}`);
    else values = undefined;
  }
  return records;
}
