import { tableOf } from '../../util/collections/tableOf';
import type { CitedKey, DeclaredBibliography, Form } from '../citation';

const formOf: Readonly<Record<string, Form>> = tableOf({
  prose: 'inText',
  author: 'inText',
  year: 'suppressAuthor',
});

/** A name that code goes on to put together, `label("chapter" + str(n))`, is no key. */
const written = /^\s*(?:<([\p{XIDC}_:.-]+)>?|label\(\s*"([^"\n]+)"(?!\s*[+.*]))/u;

/** The key and form of `cite(<key>, supplement: [p. 3], form: "prose")`; `offset` is where its arguments start. */
export function citeArguments(text: string, offset: number): CitedKey | undefined {
  const positional = argumentsOf(text).find(({ name }) => name === undefined);
  const match = positional && written.exec(text.slice(positional.start));
  const key = match?.[1] ?? match?.[2];
  if (!match || key === undefined) return undefined;
  const start = offset + positional.start + match[0].indexOf(key, match[0].search(/[<"]/));
  const form = formOf[/\bform:\s*"([a-z]+)"/.exec(text)?.[1] ?? ''] ?? 'normal';
  const locator = /\bsupplement:\s*(?:\[([^\]]*)\]|"([^"]*)")/.exec(text);
  const located = (locator?.[1] ?? locator?.[2])?.trim();
  return { key, form, start, end: start + key.length, ...(located && { locator: located }) };
}

/** The files of a call of `bibliography`, and whether there are some that only its code tells. */
export interface DeclaredFiles {
  readonly paths: readonly DeclaredBibliography[];
  readonly isComputed: boolean;
}

/** What `bibliography("a.bib")`, `bibliography(title: none, ("a.bib", "b.yml"), style: "apa")` declare; `offset` is where the arguments start. */
export function declaredPaths(text: string, offset: number): DeclaredFiles {
  const paths: DeclaredBibliography[] = [];
  let isComputed = false;
  for (const { name, start, end } of argumentsOf(text)) {
    if (name !== undefined) continue;
    const argument = text.slice(start, end);
    const list = /^\s*\(([\s\S]*)\)\s*$/.exec(argument)?.[1];
    if (!isString.test(argument) && !list?.split(',').every(item => !item.trim() || isString.test(item)))
      isComputed = true;
    else
      for (const match of argument.matchAll(/"([^"\n]+)"/g)) {
        const from = offset + start + match.index + 1;
        paths.push({ path: match[1]!, start: from, end: from + match[1]!.length });
      }
  }
  return { paths, isComputed };
}

const isString = /^\s*"[^"\n]*"\s*$/;

/** An argument of a call: its name where it has one, and where its value stands, white space around it included. */
export interface Argument {
  readonly name?: string;
  readonly start: number;
  readonly end: number;
}

/** The arguments of a call, between its commas, those that are spread (`..more`) left out; `text` is what stands in its parentheses. */
export function argumentsOf(text: string): Argument[] {
  const found: Argument[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character !== undefined && '([{'.includes(character)) depth++;
    else if (character !== undefined && ')]}'.includes(character)) depth--;
    else if (character === undefined || (character === ',' && depth === 0)) {
      const argument = text.slice(start, at);
      const named = /^\s*([\p{XIDS}_][\p{XIDC}_-]*)\s*:/u.exec(argument);
      if (named) found.push({ name: named[1]!, start: start + named[0].length, end: at });
      else if (argument.trim() && !/^\s*\.\./.test(argument)) found.push({ start, end: at });
      start = at + 1;
    }
  }
  return found;
}

function endOfString(text: string, open: number): number {
  let at = open + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
