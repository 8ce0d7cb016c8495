import type { DocumentCitations, MarkdownDialect } from '../../citation';
import type { CompletionPlace } from '../../citationLanguage';
import { readKey } from '../inline/citationKey';
import { crossReferencesOf } from '../inline/crossReferences';
import { readMarkdownLike } from '../partOfMarkdown';
import { isInNocite } from './nocite';

/** What a key may look like while it is typed. */
const halfTyped = /@(?:\{[^\s{}]*|[\p{L}\p{N}_*][\p{L}\p{N}_:.#$%&\-+?<>~/]*)?$/u;
/** No longer key is completed. */
const maxLength = 300;
/** Put where the key is typed, to see whether the document cites there. */
const probe = 'probe';

/** `@*` cites everything, but only in `nocite`: elsewhere the star is that of emphasis. */
export function isWildcard(
  text: string,
  { key, start }: { readonly key: string; readonly start: number },
): boolean {
  return key === '*' && !isInNocite(text, start);
}

export function completionInMarkdown(
  text: string,
  offset: number,
  reading: DocumentCitations,
): CompletionPlace | undefined {
  const before = text.slice(Math.max(0, offset - maxLength), offset);
  const match = halfTyped.exec(before);
  if (!match) return undefined;
  const at = offset - match[0].length;
  const braced = text[at + 1] === '{';
  const start = at + 1 + Number(braced);
  const token = readKey(text, at, at);
  const isKey = token && token.keyEnd >= offset && token.keyStart <= offset && !isWildcard(text, token);
  const end = isKey ? token.keyEnd : offset;
  const dialect = dialectOf(reading);
  // Quarto's own references, which it completes itself.
  if (crossReferencesOf(dialect)(text.slice(start, end)) === 'not a citation') return undefined;
  const bracesClosed = !braced || text[end] === '}';
  const isRead = reading.citations.some(({ keys }) =>
    keys.some(key => key.start === start && key.end === end),
  );
  // A key half-typed may be none yet: `@`, `@{`, `@a:`.
  const rest = token ? text.slice(token.keyEnd, end) : '';
  // What closes a link or a formula does so: `<https://example.org/@roe>`, `$$@n$$`.
  const closing = /[<>$~]/.test(rest) ? rest : '';
  const probed = `${probe}${closing}${bracesClosed ? '' : '}'}`;
  const whole = isRead ? text : text.slice(0, start) + probed + text.slice(end);
  const { citations } = isRead
    ? reading
    : readMarkdownLike(whole, { dialect, surroundings: reading.surroundings });
  const citation = citations.find(({ keys }) => keys.some(key => key.start === start));
  if (!citation) return undefined;
  return {
    start,
    end,
    typed: text.slice(start, offset),
    keyEnd: bracesClosed ? '' : '}',
    groupEnd: citation.unfinished ? ']' : '',
  };
}

/** MyST has citations like Pandoc's beside its own. */
function dialectOf({ dialect }: DocumentCitations & { readonly dialect?: MarkdownDialect }): MarkdownDialect {
  return dialect === undefined || dialect.startsWith('myst') ? 'pandoc' : dialect;
}
