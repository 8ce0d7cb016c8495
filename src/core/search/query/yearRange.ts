import { foldWord } from '../text/fold';

/** A range of years, both ends included. */
export interface YearRange {
  readonly from: number;
  readonly to: number;
}

const firstYear = 1;
const lastYear = 9999;

/** `2021`, `2021..2023`, `2021-2023`, `2021..`, `..2023`, `>2020`, `>=2020`, `<2020`, `<=2020`, `1990s`, `199*`. */
export function yearRange(value: string): YearRange | undefined {
  const folded = foldDigits(value);
  const comparison = /^(>=|<=|>|<|=)(\d{1,4})$/.exec(folded);
  if (comparison) {
    const year = Number(comparison[2]);
    switch (comparison[1]) {
      case '>':
        return { from: year + 1, to: lastYear };
      case '>=':
        return { from: year, to: lastYear };
      case '<':
        return { from: firstYear, to: year - 1 };
      case '<=':
        return { from: firstYear, to: year };
      default:
        return { from: year, to: year };
    }
  }
  const decade = /^(\d{3})(?:0(?:s|er)|[*x?])$/.exec(folded)?.[1];
  if (decade) return { from: Number(`${decade}0`), to: Number(`${decade}9`) };
  const halfTyped = /^(\d{4})(?:\.\.?|-|–|…)\d{0,3}$/.exec(folded);
  if (halfTyped) return { from: Number(halfTyped[1]), to: lastYear };
  const range = /^(\d{4})?(\.\.\.?|-|–|…)?(\d{4})?$/.exec(folded);
  if (!range || (range[1] === undefined && range[3] === undefined)) return undefined;
  if (range[2] === undefined) return range[3] === undefined ? single(range[1]) : undefined;
  const from = range[1] === undefined ? firstYear : Number(range[1]);
  const to = range[3] === undefined ? lastYear : Number(range[3]);
  return from <= to ? { from, to } : { from: to, to: from };
}

function single(year: string | undefined): YearRange {
  return { from: Number(year), to: Number(year) };
}

function foldDigits(value: string): string {
  return /^[\x21-\x7e]*$/.test(value) ? value : value.replace(/\p{N}/gu, digit => foldWord(digit));
}
