import { withoutMarkup } from '../../model/markup';
import type { CslItem, DateValue, Name } from '../../model/reference';
import { readDate } from '../bibtex/item/dates';
import { decodeCharacterReferences } from './characterReferences';
import { customFields, isText } from './customFields';

const nameVariables = new Set(
  (
    'author chair collection-editor compiler composer container-author contributor curator director editor editorial-director ' +
    'editor-translator executive-producer guest host illustrator interviewer narrator organizer original-author performer producer ' +
    'recipient reviewed-author script-writer series-creator translator'
  ).split(' '),
);
const dateVariables = new Set([
  'accessed',
  'available-date',
  'event-date',
  'issued',
  'original-date',
  'submitted',
]);

/**
 * A CSL item of another program in the form that ours have: plain texts (with what citation processors need of their markup beside
 * them), lists of names, dates with numbers. What has another shape than CSL gives it is left out, as nothing could show it.
 */
export function normaliseItem(key: string, raw: Readonly<Record<string, unknown>>): CslItem {
  const item: Record<string, unknown> = {
    id: key,
    type: typeof raw.type === 'string' && raw.type ? raw.type : 'document',
  };
  const formatted: Record<string, string> = {};
  for (const [field, given] of Object.entries(raw)) {
    if (field === 'id' || field === 'type' || field === '__proto__') continue;
    const value = isListedText(field, given) ? given.find(isText) : given;
    if (nameVariables.has(field)) setIf(item, field, namesOf(value));
    else if (dateVariables.has(field)) setIf(item, field, dateOf(value));
    else if (typeof value === 'string') {
      const marked = decodeCharacterReferences(value, 'keepAngles');
      const plain = decodeCharacterReferences(withoutMarkup(marked));
      item[field] = plain;
      if (plain !== marked) formatted[field] = marked;
    } else if (typeof value === 'number') item[field] = String(value);
    else if (field === 'keyword' && Array.isArray(value)) item[field] = value.filter(isText).join(', ');
    else if (field === 'custom' && isRecord(value)) item[field] = customFields(value);
  }
  if (Object.keys(formatted).length) item.custom = { ...(item.custom as object | undefined), formatted };
  return item as CslItem;
}

/** Crossref's own `"title": ["…"]`: of several the first. */
function isListedText(field: string, value: unknown): value is readonly unknown[] {
  const mayBeList = nameVariables.has(field) || dateVariables.has(field) || field === 'keyword';
  return Array.isArray(value) && !mayBeList;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function setIf(item: Record<string, unknown>, field: string, value: unknown): void {
  if (value !== undefined) item[field] = value;
}

const nameParts = [
  'family',
  'given',
  'suffix',
  'literal',
  'non-dropping-particle',
  'dropping-particle',
] as const;

function namesOf(value: unknown): readonly Name[] | undefined {
  const list = Array.isArray(value) ? value : [value];
  const names = list.map(nameOf).filter(name => name !== undefined);
  return names.length ? names : undefined;
}

function nameOf(value: unknown): Name | undefined {
  if (typeof value === 'string') return value.trim() ? { literal: value.trim() } : undefined;
  if (!isRecord(value)) return undefined;
  const name: Record<string, string> = {};
  for (const part of nameParts) {
    const text = value[part];
    if (typeof text === 'string' && text.trim()) name[part] = text.trim();
  }
  const whole = value.name;
  if (!Object.keys(name).length && typeof whole === 'string' && whole.trim()) name.literal = whole.trim();
  return Object.keys(name).length ? name : undefined;
}

function dateOf(value: unknown): DateValue | undefined {
  if (typeof value === 'number') return { 'date-parts': [[value]] };
  if (typeof value === 'string') return textDate(value);
  // Pandoc's YAML has lists of `{year, month, day}`.
  if (Array.isArray(value))
    return partsDate(
      value.map(point => (isRecord(point) ? fromYearMonthDay(point) : point)),
      {},
    );
  if (!isRecord(value)) return undefined;
  const parts = value['date-parts'];
  if (Array.isArray(parts)) {
    const date = partsDate(parts, value);
    if (date) return date;
  }
  if (value.year !== undefined) return partsDate([fromYearMonthDay(value)], value);
  for (const field of ['raw', 'literal', 'iso-8601'])
    if (typeof value[field] === 'string' && value[field]) return textDate(value[field]);
  return undefined;
}

function textDate(text: string): DateValue | undefined {
  const trimmed = text.trim();
  return trimmed ? (readDate(trimmed) ?? { literal: trimmed }) : undefined;
}

function fromYearMonthDay(date: Readonly<Record<string, unknown>>): unknown[] {
  return [date.year, date.month, date.day];
}

function partsDate(
  points: readonly unknown[],
  other: Readonly<Record<string, unknown>>,
): DateValue | undefined {
  const parts = points
    .map(point => {
      const numbers = (Array.isArray(point) ? point : [point]).map(part =>
        part === '' || part === null ? Number.NaN : Number(part),
      );
      const end = numbers.findIndex(number => !Number.isInteger(number));
      return end < 0 ? numbers : numbers.slice(0, end);
    })
    .filter(point => point.length > 0);
  if (parts.length === 0) return undefined;
  const { season, circa } = other;
  return {
    'date-parts': parts.slice(0, 2),
    ...(typeof season === 'string' || typeof season === 'number' ? { season } : {}),
    ...(circa !== undefined && circa !== false ? { circa: true } : {}),
  };
}
