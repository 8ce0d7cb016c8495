import { say } from '../util/say';
import { UnreadableAnswer } from './catalog';

/** Any value of an answer; nothing is taken for granted about it. */
export type Json = unknown;
export type JsonObject = Readonly<Record<string, Json>>;

/** The object that the body of an answer is. */
export function parseObject(body: string): JsonObject {
  const value = parseJson(body);
  if (!isObject(value)) throw new UnreadableAnswer(say('is not the JSON it promises'));
  return value;
}

export function parseJson(body: string): Json {
  try {
    return JSON.parse(body);
  } catch {
    throw new UnreadableAnswer(say('is broken off or not the JSON it promises'));
  }
}

export function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value on a path of names; `undefined` where it ends early. */
export function at(value: Json, ...path: readonly string[]): Json {
  let here = value;
  for (const name of path) here = isObject(here) ? here[name] : undefined;
  return here;
}

export function listAt(value: Json, ...path: readonly string[]): readonly Json[] {
  const list = at(value, ...path);
  return Array.isArray(list) ? list : [];
}

export function objectsAt(value: Json, ...path: readonly string[]): JsonObject[] {
  return listAt(value, ...path).filter(isObject);
}

/** A text or number as text, without blanks at its ends; empty for all else. */
export function textAt(value: Json, ...path: readonly string[]): string {
  const text = at(value, ...path);
  if (typeof text === 'number' && Number.isFinite(text)) return String(text);
  return typeof text === 'string' ? text.trim() : '';
}

export function numberAt(value: Json, ...path: readonly string[]): number | undefined {
  const number = at(value, ...path);
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** The first text of a list, or the text itself. */
export function firstText(value: Json): string {
  if (!Array.isArray(value)) return textAt(value);
  for (const entry of value) if (textAt(entry)) return textAt(entry);
  return '';
}
