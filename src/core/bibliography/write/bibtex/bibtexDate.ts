import type { DateValue } from '../../../model/reference';

export const months: readonly string[] = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];

/** BibTeX's macro for the month, when the date has one. */
export function monthMacro(date: DateValue | undefined): string | undefined {
  return months[Number(date?.['date-parts']?.[0]?.[1]) - 1];
}

/** biblatex's date, `2023-06-01` or `2023/2024`; `undefined` for dates that are only words. */
export function isoDate(date: DateValue | undefined): string | undefined {
  const parts = date?.['date-parts'];
  if (!Array.isArray(parts)) return undefined;
  const dates = parts.slice(0, 2).map(isoDay);
  if (!dates[0]) return undefined;
  return dates.filter(Boolean).join('/') + (date?.circa ? '~' : '');
}

function isoDay(parts: readonly number[]): string {
  const [year, month, day] = parts.map(Number);
  if (!Number.isInteger(year)) return '';
  // CSL counts from 1 BC to 1 AD; EDTF, which biblatex reads, has a year 0 between them.
  const counted = year! < 0 ? year! + 1 : year!;
  const sign = counted < 0 ? '-' : '';
  let iso = sign + String(Math.abs(counted)).padStart(4, '0');
  if (month && month <= 12) {
    iso += `-${String(month).padStart(2, '0')}`;
    if (day) iso += `-${String(day).padStart(2, '0')}`;
  }
  return iso;
}
