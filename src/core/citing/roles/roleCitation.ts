import { tableOf } from '../../util/tableOf';
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

/** What stands around a key in a role: `{see}roe2001{p. 3}`. */
const part = /(\s*)(?:\{([^{}`]*)\})?([^,{}`\s]*)(?:\{([^{}`]*)\})?\s*/y;
/** The same where semicolons part keys, too. */
const partOfList = /(\s*)(?:\{([^{}`]*)\})?([^,;{}`\s]*)(?:\{([^{}`]*)\})?\s*/y;

/**
 * The citation that a role makes. `content` is what stands between its backticks and begins at `contentStart`; offsets are those of the
 * document. `hasSemicolons`: they part keys as commas do, which mystmd has. `undefined` where it has no key: `` {cite}`` ``.
 */
export function roleCitation(
  role: string,
  content: string,
  contentStart: number,
  start: number,
  end: number,
  hasSemicolons = false,
): Citation | undefined {
  const next = hasSemicolons ? partOfList : part;
  const form = formOfRole[role.slice(role.indexOf(':') + 1).replace(/^(?:foot)?cite$/, '')] ?? 'normal';
  const keys: CitedKey[] = [];
  for (let at = 0; at <= content.length; ) {
    next.lastIndex = at;
    const match = next.exec(content);
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
    at = next.lastIndex;
    if (at < content.length && content[at] !== ',' && !(hasSemicolons && content[at] === ';'))
      return undefined;
    at++;
  }
  return keys.length ? { keys, start, end, command: role } : undefined;
}
