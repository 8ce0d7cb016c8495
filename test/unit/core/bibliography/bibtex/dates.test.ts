import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDate, readYearMonth } from '../../../../../src/core/bibliography/bibtex/item/dates';

test('dates of BibLaTeX', () => {
  const cases: readonly (readonly [string, unknown])[] = [
    ['2001', { 'date-parts': [[2001]] }],
    ['2001-05-03', { 'date-parts': [[2001, 5, 3]] }],
    ['2001-05/2002', { 'date-parts': [[2001, 5], [2002]] }],
    ['1723~', { 'date-parts': [[1723]], circa: true }],
    ['1723?', { 'date-parts': [[1723]] }],
    ['199X', { 'date-parts': [[1990], [1999]] }],
    ['1999/', { 'date-parts': [[1999], [0]] }],
    ['2001-21', { 'date-parts': [[2001, 21]] }],
    ['-0044-03-15', { 'date-parts': [[-45, 3, 15]] }],
    ['2014-01-01T10:00:00Z', { 'date-parts': [[2014, 1, 1]] }],
    ['1999-uu-uu', { 'date-parts': [[1999]] }],
    ['in press', undefined],
  ];
  for (const [field, date] of cases) assert.deepEqual(readDate(field), date, field);
});

test('years and months of BibTeX', () => {
  assert.deepEqual(readYearMonth('2001', 'jan~1'), { 'date-parts': [[2001, 1, 1]] });
  assert.deepEqual(readYearMonth('{2001}', 'February', '3'), { 'date-parts': [[2001, 2, 3]] });
  assert.deepEqual(readYearMonth('2001', '13'), { 'date-parts': [[2001]] });
  assert.deepEqual(readYearMonth('1954--58'), { literal: '1954–58' });
  assert.deepEqual(readYearMonth('in press'), { literal: 'in press' });
  assert.equal(readYearMonth(undefined, 'may'), undefined);
});
