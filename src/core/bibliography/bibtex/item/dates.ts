import type { DateValue } from '../../../model/reference';
import { plainTex } from '../../tex/plainTex';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const edtf = /^(-?\d{4,})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T[\d:.,+-]*Z?)?$/;
const unspecified = /^(-?\d{2,3})[XxuU]{1,2}$/;

/** BibLaTeX's `date`: `2001`, `2001-05-03`, `2001/2003`, `2001-21` (spring), `1723~`, `199X`, open ends. `undefined` when it is none. */
export function readDate(field: string): DateValue | undefined {
  const point = edtf.exec(field);
  if (point) return { 'date-parts': [partsOf(point)] };
  const text = plainTex(field.replace(/\\?~/g, '∼')).replace(/[~∼≈]/g, '~').trim();
  const parts: number[][] = [];
  const [from = '', to, more] = text.split('/').map(side => side.trim());
  if (more !== undefined) return undefined;
  const start = readPoint(from);
  if (start) parts.push(...start);
  if (to !== undefined) {
    const end = readPoint(to);
    if (end) parts.push(end.at(-1)!);
    else if (start && /^(?:\.\.|open|unknown|)$/.test(to)) parts.push([0]);
    else return undefined;
  }
  if (parts.length === 0 || (!start && !/^(?:\.\.|open|unknown|)$/.test(from))) return undefined;
  return /[~%]/.test(text) ? { 'date-parts': parts, circa: true } : { 'date-parts': parts };
}

/** One side of a date; two points where digits are left open (`199X`). Months and days left open (`1999-uu`) are as if not there. */
function readPoint(written: string): number[][] | undefined {
  const text = written.replace(/[?~%]+$/, '').replace(/(?:-(?:uu|xx)){1,2}$/i, '');
  const match = edtf.exec(text);
  if (match) return [partsOf(match)];
  const open = unspecified.exec(text);
  if (!open) return undefined;
  const width = 10 ** (text.length - open[1]!.length);
  return [[Number(open[1]) * width], [Number(open[1]) * width + width - 1]];
}

/** Year, month and day of what `edtf` matched. */
function partsOf([, written, ...further]: RegExpExecArray): number[] {
  const year = Number(written);
  // EDTF has a year 0; CSL counts as people do, from 1 BC to 1 AD.
  const parts = [year <= 0 ? year - 1 : year];
  for (const part of further) if (Number(part) > 0) parts.push(Number(part));
  return parts;
}

/** BibTeX's `year`, `month` (name, number or abbreviation, also with a day: `jan # "~1"`) and `day`; other words stay as words. */
export function readYearMonth(year: string | undefined, month?: string, day?: string): DateValue | undefined {
  if (year !== undefined && isYear(year))
    return { 'date-parts': [[Number(year), ...monthAndDay(month, day)]] };
  const text = plainTex(year ?? '').replace(/^[–—](?=\d)/, '-');
  if (text === '') return undefined;
  const number = /^-?\d{1,6}$/.exec(text);
  // Some write a whole date here, or one with a question mark; what else there is, as `1954--58`, stays as it is written.
  if (!number) return readDate(year ?? '') ?? { literal: text };
  return { 'date-parts': [[Number(number[0]), ...monthAndDay(month, day)]] };
}

function isYear(text: string): boolean {
  for (let at = 0; at < 4; at++) if (!(text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57)) return false;
  return text.length === 4;
}

function monthAndDay(month: string | undefined, day: string | undefined): number[] {
  const dayFirst = /^\s*(\d{1,2})[\s~.]+(\p{L}{3,})\.?\s*$/u.exec(month ?? '');
  if (dayFirst && months.includes(dayFirst[2]!.slice(0, 3).toLowerCase()))
    return monthAndDay(dayFirst[2], day ?? dayFirst[1]);
  const match = /^\s*(\p{L}+|\d{1,2})\.?(?:[\s~,.]+(\d{1,2})|$|[\s~,./–-])/u.exec(month ?? '');
  if (!match) return [];
  const name = match[1]!;
  const number = /^\d/.test(name) ? Number(name) : months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  if (number < 1 || number > 12) return [];
  const written = Number(/^\s*(\d{1,2})\s*$/.exec(day ?? '')?.[1] ?? match[2]);
  return written >= 1 && written <= 31 ? [number, written] : [number];
}
