import type { DateValue } from '../../model/reference';
import { tableOf } from '../../util/collections/tableOf';

/** How the names of the months begin, in the languages that books are dated in. */
const months: readonly RegExp[] = [
  /^(?:jan|ene|gen)/,
  /^(?:f[eé][bv])/,
  /^(?:mar|m[aä]r|maer)/,
  /^(?:apr|avr|abr)/,
  /^(?:ma[yijg])/,
  /^(?:jun|juin|giu)/,
  /^(?:jul|juil|lug)/,
  /^(?:aug|ao[uû]|ago)/,
  /^(?:sep|set)/,
  /^(?:o[ck]t|out|ott)/,
  /^(?:nov)/,
  /^(?:de[cz]|déc|dic)/,
];
/** CSL's seasons, 1 spring to 4 winter. */
const seasons: Readonly<Record<string, number>> = tableOf({
  spring: 1,
  summer: 2,
  autumn: 3,
  fall: 3,
  winter: 4,
});

/** Year, month, day. */
type Parts = readonly number[];

/** Year, month and day as far as they are known and possible; 1 January is what programs write for a year alone. */
export function dateParts(parts: readonly unknown[]): readonly number[] | undefined {
  const [year, month, day] = parts.map(Number);
  if (!year || !Number.isInteger(year) || year < -3000 || year > 2900) return undefined;
  // The Buddhist calendar is 543 years ahead.
  const common = year >= 2400 ? year - 543 : year;
  if (!month || month < 1 || month > 12 || !Number.isInteger(month)) return [common];
  if (!day || day < 1 || day > daysIn(month, common) || !Number.isInteger(day)) return [common, month];
  return month === 1 && day === 1 ? [common] : [common, month, day];
}

function daysIn(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The date that the parts are. */
export function dateOf(parts: readonly unknown[]): DateValue | undefined {
  const known = dateParts(parts);
  return known && { 'date-parts': [known] };
}

/**
 * `2023`, `2023-06`, `2023-06-01T12:00:00Z`, `2010/2012`, `2010 Sep-Oct`, `2001 Dec-2002 Jan`, `August 5, 2009`, `1 de mayo de 2010`,
 * `3.2.2009`, `Summer 2013`.
 */
export function readDate(raw: unknown): DateValue | undefined {
  const text = String(raw ?? '').trim();
  const [from, to] = text.split('/');
  if (isoParts(from!)) {
    const end = to === undefined || to === '..' || to === '' ? undefined : isoParts(to);
    if (to === undefined || end || /^(?:\.\.)?$/.test(to)) return rangeOf(isoParts(from!), end);
  }
  const numeric =
    /^(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?$/.exec(text)?.slice(1) ??
    /^([12]\d{3})([01]\d)([0-3]\d)$/.exec(text)?.slice(1) ??
    /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text)?.slice(1).reverse();
  if (numeric) return dateOf(numeric);
  const years = [...text.matchAll(/(?:^|\D)([12]\d{3})(?!\d)/g)].map(match => Number(match[1]));
  if (years.length === 0) return undefined;
  const season = /\b(spring|summer|autumn|fall|winter)\b/i.exec(text)?.[1];
  if (season) return { 'date-parts': [[years[0]!]], season: seasons[season.toLowerCase()]! };
  return rangeOf(...wordParts(text, years));
}

/** What an ISO date says; `undefined` for all else. */
function isoParts(text: string): readonly number[] | undefined {
  const match = /^(-?\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:$|[T ]\d\d:.*$)/.exec(text);
  return match ? dateParts(match.slice(1)) : undefined;
}

/** Year, month and day of the first and the last day of a date in words. */
function wordParts(text: string, years: readonly number[]): [Parts | undefined, Parts | undefined] {
  const named = [...text.matchAll(/\p{L}{3,}/gu)].flatMap(({ 0: word, index }) => {
    const month = monthNumber(word);
    return month ? [{ month, index, end: index + word.length }] : [];
  });
  const last = years.at(-1)!;
  const days = [...text.matchAll(/(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d)/g)].map(match => Number(match[1]));
  const [first, second] = named;
  if (!first) return [dateParts([years[0]]), years.length > 1 ? dateParts([last]) : undefined];
  const isRange = /[-–/]/.test(text);
  const from = dateParts([years[0], first.month, second && days.length === 1 ? undefined : days[0]]);
  if (!isRange) return [from, undefined];
  if (!second && days.length < 2) return [from, undefined];
  return [from, dateParts([last, (second ?? first).month, days[1]])];
}

function rangeOf(from: Parts | undefined, to?: Parts): DateValue | undefined {
  if (!from) return undefined;
  const isLater = to && to.join() !== from.join() && isAfter(to, from);
  return { 'date-parts': isLater ? [from, to] : [from] };
}

function isAfter(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((part, index) => part !== other[index]);
  return at >= 0 && one[at]! > (other[at] ?? 0);
}

/** 1 to 12 for the name of a month or its number. */
export function monthNumber(name: string | undefined): number | undefined {
  if (!name) return undefined;
  if (/^\d{1,2}$/.test(name)) return Number(name);
  const at = months.findIndex(beginning => beginning.test(name.toLowerCase()));
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

/** The date as month and year where its day is the first, for services that have to give one. */
export function withoutFirstDay(date: DateValue | undefined): DateValue | undefined {
  const parts = date?.['date-parts']?.[0];
  return parts?.[2] === 1 ? { 'date-parts': [parts.slice(0, 2)] } : date;
}

/** As ISO 8601. */
export function isoOf(date: DateValue | undefined): string | undefined {
  const parts = date?.['date-parts']?.[0];
  return parts?.map((part, at) => String(part).padStart(at ? 2 : 4, '0')).join('-');
}
