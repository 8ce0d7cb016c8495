import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../../../src/core/citing/citation';
import { readCitations, readCitationsInSteps } from '../../../../src/core/citing/readCitations';

const paragraphs: Readonly<Partial<Record<Language, string>>> = {
  markdown: 'Much is known [@a; @b, p. 3], as @c says.\n\n',
  latex: 'Much is known \\parencite[3]{a,b}, as \\textcite{c} says, {in a\ngroup too}.\n\n',
};

for (const [language, paragraph] of Object.entries(paragraphs) as [Language, string][])
  test(`a long document is read in small steps, to the same end: ${language}`, () => {
    const text = paragraph.repeat(2000);
    const reading = readCitationsInSteps(text, language);
    let steps = 0;
    let step = reading.next();
    for (; !step.done; step = reading.next()) steps++;
    assert.ok(steps > text.length / 3000, `${steps} steps`);
    assert.deepEqual(step.value.citations, readCitations(text, language).citations);
    assert.equal(step.value.citations.flatMap(({ keys }) => keys).length, 6000);
  });
