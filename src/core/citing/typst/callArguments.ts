import type { CitedKey, DeclaredBibliography, Form } from '../citation';

const formOf: Readonly<Record<string, Form>> = {
  prose: 'inText',
  author: 'inText',
  year: 'suppressAuthor',
};

/** The key and form of `cite(<key>, supplement: [p. 3], form: "prose")`; `offset` is where its arguments start. */
export function citeArguments(text: string, offset: number): CitedKey | undefined {
  const match = /^\s*(?:<([\p{XIDC}_:.-]+)>?|label\(\s*"([^"\n]+)")/u.exec(text);
  const key = match?.[1] ?? match?.[2];
  if (!match || key === undefined) return undefined;
  const start = offset + match[0].indexOf(key, match[0].search(/[<"]/));
  const form = formOf[/\bform:\s*"([a-z]+)"/.exec(text)?.[1] ?? ''] ?? 'normal';
  const locator = /\bsupplement:\s*(?:\[([^\]]*)\]|"([^"]*)")/.exec(text);
  const located = (locator?.[1] ?? locator?.[2])?.trim();
  return { key, form, start, end: start + key.length, ...(located && { locator: located }) };
}

/** The files of `bibliography("a.bib")` or `bibliography(("a.bib", "b.yml"), style: "apa")`. */
export function declaredPaths(text: string, offset: number): DeclaredBibliography[] {
  const positional = /^\s*(?:\(([^()]*)|"[^"\n]*")/.exec(text)?.[0] ?? '';
  return [...positional.matchAll(/"([^"\n]+)"/g)].map(match => {
    const start = offset + match.index + 1;
    return { path: match[1]!, start, end: start + match[1]!.length };
  });
}
