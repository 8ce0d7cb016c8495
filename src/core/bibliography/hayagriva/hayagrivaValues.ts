import type { DateValue, Name } from '../../model/reference';
import { readDate } from '../bibtex/item/dates';
import { isRecord } from '../csl/normaliseItem';

/** One value or a list of them. */
export function listOf(value: unknown): readonly unknown[] {
  return value === undefined || value === null || value === '' ? [] : Array.isArray(value) ? value : [value];
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}

/** A formattable text: as people read it, with the tags that keep the case of what is verbatim, and its short form. */
export interface FormattableText {
  readonly plain: string;
  readonly formatted: string;
  readonly short?: string | undefined;
}

/** `title: …`, or `title: {value: …, verbatim: true, short: …}`. */
export function formattable(value: unknown): FormattableText | undefined {
  if (!isRecord(value)) {
    const text = textOf(value);
    return text === undefined ? undefined : chunks(text);
  }
  const inner = formattable(value.value ?? value.name);
  if (!inner) return undefined;
  const isVerbatim = value.verbatim === 'true' && inner.plain === inner.formatted;
  const short = formattable(value.short ?? value.shorthand)?.plain;
  return {
    plain: inner.plain,
    formatted: isVerbatim ? nocase(inner.plain) : inner.formatted,
    ...(short && { short }),
  };
}

/** Braces keep the case of what is in them, and signs of mathematics stand around it; a backslash makes any of these a character. */
function chunks(text: string): FormattableText {
  let plain = '';
  let formatted = '';
  let verbatim = '';
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === '{') {
      depth++;
      continue;
    }
    if (character === '}' && depth > 0) {
      if (--depth === 0) {
        formatted += nocase(verbatim);
        verbatim = '';
      }
      continue;
    }
    const isEscape = character === '\\' && /[\\{}$]/.test(text[at + 1] ?? '');
    const shown = isEscape ? text[++at]! : character;
    if (shown === '$' && !isEscape) continue;
    plain += shown;
    if (depth > 0) verbatim += shown;
    else formatted += shown;
  }
  return { plain, formatted: formatted + verbatim };
}

function nocase(text: string): string {
  return text && `<span class="nocase">${text}</span>`;
}

/** A person: `von Last, Given`, `Last, Suffix, Given`, a body's name, or a mapping of the parts. */
export function person(value: unknown): Name | undefined {
  if (isRecord(value)) {
    const family = textOf(value.name);
    if (family === undefined) return undefined;
    const given = textOf(value['given-name']);
    const prefix = textOf(value.prefix);
    const suffix = textOf(value.suffix);
    if (!given && !prefix && !suffix) return { literal: family };
    return {
      family,
      ...(given && { given }),
      ...(prefix && { 'dropping-particle': prefix }),
      ...(suffix && { suffix }),
    };
  }
  const text = textOf(value);
  if (text === undefined) return undefined;
  const parts = text.split(',').map(part => part.trim());
  if (parts.length === 1) return { literal: text };
  const given = parts.at(-1);
  const suffix = parts.length > 2 ? parts[1] : undefined;
  const [, particle, family] = /^((?:[\p{Ll}][^\s]*\s+)*)(.*)$/su.exec(parts[0]!)!;
  return {
    family: family!,
    ...(given && { given }),
    ...(particle && { 'dropping-particle': particle.trim() }),
    ...(suffix && { suffix }),
  };
}

/** `2020-06-26`, `2020-06`, `~2020`, `-0043`: ISO 8601, whose year 0 is 1 BC. */
export function dateOf(value: unknown): DateValue | undefined {
  const text = textOf(value);
  if (text === undefined || !/^~?[-+]?\d{4}(?:-\d\d?(?:-\d\d?)?)?$/.test(text)) return undefined;
  const date = readDate(text.replace(/^~/, '').replace(/^\+/, ''));
  return date && text.startsWith('~') ? { ...date, circa: true } : date;
}
