import type { DateValue } from '../../model/reference';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** CSL's seasons, 1 spring to 4 winter. */
const seasons: Readonly<Record<string, number>> = { spring: 1, summer: 2, autumn: 3, fall: 3, winter: 4 };

/** Year, month and day as far as they are known and possible; 1 January is what programs write for a year alone. */
export function dateParts(parts: readonly unknown[]): readonly number[] | undefined {
  const [year, month, day] = parts.map(Number);
  if (!year || !Number.isInteger(year) || year < -3000 || year > 2900) return undefined;
  // The Buddhist calendar is 543 years ahead.
  const common = year >= 2400 ? year - 543 : year;
  if (!month || month < 1 || month > 12 || !Number.isInteger(month)) return [common];
  if (!day || day < 1 || day > 31 || !Number.isInteger(day)) return [common, month];
  return month === 1 && day === 1 ? [common] : [common, month, day];
}

/** The date that the parts are. */
export function dateOf(parts: readonly unknown[]): DateValue | undefined {
  const known = dateParts(parts);
  return known && { 'date-parts': [known] };
}

/** `2023`, `2023-06`, `2023-06-01T12:00:00Z`, `2010/2012`, `2010 Sep-Oct`, `August 5, 2009`, `Summer 2013`. */
export function readDate(raw: unknown): DateValue | undefined {
  const text = String(raw ?? '').trim();
  const iso = /^(-?\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:$|[T ])/.exec(text);
  if (iso && !/[a-z]{3}/i.test(text.replace(/T.*$/, ''))) return dateOf(iso.slice(1));
  const range = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\/(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text);
  if (range) {
    const from = dateParts(range.slice(1, 4));
    const to = dateParts(range.slice(4, 7));
    if (from && to)
      return String(from) === String(to) ? { 'date-parts': [from] } : { 'date-parts': [from, to] };
  }
  const year = /(?:^|\D)([12]\d{3})(?!\d)/.exec(text)?.[1];
  if (!year) return undefined;
  const season = /\b(spring|summer|autumn|fall|winter)\b/i.exec(text)?.[1];
  if (season) return { 'date-parts': [[Number(year)]], season: seasons[season.toLowerCase()]! };
  const month = monthNumber(/\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/i.exec(text)?.[1]);
  const isRange = /[a-z]\.?\s*[-–/]\s*[a-z]/i.test(text);
  const day = isRange
    ? undefined
    : /(?:^|[^\d])(\d{1,2})(?:st|nd|rd|th)?(?![\d])/.exec(text.replace(year, ' '))?.[1];
  return dateOf([year, month, month ? day : undefined]);
}

/** 1 to 12 for the name of a month or its number. */
export function monthNumber(name: string | undefined): number | undefined {
  if (!name) return undefined;
  if (/^\d{1,2}$/.test(name)) return Number(name);
  const at = months.indexOf(name.slice(0, 3).toLowerCase());
  return at < 0 ? undefined : at + 1;
}

/** The first date that is there, in the most exact form of it that the others know. */
export function exactestDate(dates: readonly (DateValue | undefined)[]): DateValue | undefined {
  const known = dates.filter(date => date !== undefined);
  const first = known[0]?.['date-parts']?.[0];
  if (!first || known[0]!.season) return known[0];
  let best = known[0]!;
  for (const date of known) {
    const parts = date['date-parts']?.[0] ?? [];
    const agrees = first.every((part, at) => parts[at] === part);
    if (agrees && parts.length > best['date-parts']![0]!.length) best = date;
  }
  return best;
}

/** As ISO 8601. */
export function isoOf(date: DateValue | undefined): string | undefined {
  const parts = date?.['date-parts']?.[0];
  return parts?.map((part, at) => String(part).padStart(at ? 2 : 4, '0')).join('-');
}
