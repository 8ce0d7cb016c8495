import { runToEnd, type Task } from '../util/cooperative';
import type { CatalogReading, CatalogRecord, CatalogRequest } from './catalog';

/**
 * Reads an answer that lists works: `entries` takes it apart and throws where it is none, `recordOf` makes the record of each, nothing of
 * what is none. Read work by work, an answer of fifty holds nobody up.
 */
export function listReader<Entry>(
  entries: (body: string) => readonly Entry[],
  recordOf: (entry: Entry) => CatalogRecord | undefined,
): Pick<CatalogRequest, 'read' | 'readSteps'> {
  function* readSteps(body: string): Task<CatalogReading> {
    const records: CatalogRecord[] = [];
    for (const entry of entries(body)) {
      const record = recordOf(entry);
      if (record) records.push(record);
      yield;
    }
    return { records };
  }
  return { read: body => runToEnd(readSteps(body)), readSteps };
}
