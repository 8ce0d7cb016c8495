import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { readMarkdown } from '../../../../../src/core/citing/markdown/readMarkdown';

interface Reading {
  readonly text: string;
  /** Keys and forms, sorted. */
  readonly cited: readonly string[];
}

/** Short texts that are hard to read, with what Pandoc 2.17 reads in them. */
const readings = JSON.parse(
  fs.readFileSync('test/fixtures/markdown/pandocReadings.json', 'utf8'),
) as readonly Reading[];

test('what is hard to read is read as Pandoc reads it', () => {
  for (const { text, cited } of readings) {
    const read = readMarkdown(text, 'pandoc').citations.flatMap(({ keys }) =>
      keys.map(({ key, form }) => `${key} ${form}`),
    );
    assert.deepEqual(read.sort(), cited, text);
  }
});
