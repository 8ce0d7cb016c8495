import { tableOf } from '../../util/collections/tableOf';
import type { Citation, CitedKey, Form } from '../citation';

/**
 * The roles that cite: those of sphinxcontrib-bibtex (its manual, “Roles and Directives”) and of MyST, which took them over. `cite`, `cite:p`,
 * `cite:t`, `cite:ps`, `cite:author`, …; `footcite` and its kin put the reference into a footnote.
 */
export const citingRole = '(?:foot)?cite(?::[a-z]{1,15})?';

const formOfRole: Readonly<Record<string, Form>> = tableOf({
  t: 'inText',
  ts: 'inText',
  ct: 'inText',
  cts: 'inText',
  author: 'inText',
  authors: 'inText',
  year: 'suppressAuthor',
  yearpar: 'suppressAuthor',
});

/** What stands around a key in a role: `{see}roe2001{p. 3}`; by the signs that part keys. */
const partBetween = {
  ',': /(\s*)(?:\{([^{}`]*)\})?([^,{}`\s]*)(?:\{([^{}`]*)\})?\s*/y,
  ',;': /(\s*)(?:\{([^{}`]*)\})?([^,;{}`\s]*)(?:\{([^{}`]*)\})?\s*/y,
};

/**
 * The citation that a role makes. `content` is what stands between its backticks and begins at `contentStart`; offsets are those of the
 * document. `separators` part keys: semicolons, too, in mystmd. `undefined` where it has no key: `` {cite}`` ``.
 */
export function roleCitation(
  role: string,
  content: string,
  contentStart: number,
  start: number,
  end: number,
  separators: keyof typeof partBetween = ',',
): Citation | undefined {
  const part = partBetween[separators];
  const form = formOfRole[role.slice(role.indexOf(':') + 1).replace(/^(?:foot)?cite$/, '')] ?? 'normal';
  const keys: CitedKey[] = [];
  for (let at = 0; at <= content.length; ) {
    part.lastIndex = at;
    const match = part.exec(content);
    if (!match) return undefined;
    const [, blank = '', prefix, key = '', locator] = match;
    const keyStart = contentStart + at + blank.length + (prefix === undefined ? 0 : prefix.length + 2);
    if (key)
      keys.push({
        key,
        form,
        start: keyStart,
        end: keyStart + key.length,
        ...(prefix?.trim() && { prefix: prefix.trim() }),
        ...(locator?.trim() && { locator: locator.replace(/^[\s,]+/, '').trim() }),
      });
    at = part.lastIndex;
    if (at < content.length && !separators.includes(content[at]!)) return undefined;
    at++;
  }
  return keys.length ? { keys, start, end, command: role } : undefined;
}
