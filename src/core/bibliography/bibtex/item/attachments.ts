import type { Attachment } from '../../../model/attachment';

/**
 * The files of a `file` field. JabRef and Zotero write `title:path:type`, several with `;` between them and with a backslash before each of
 * these signs that is a path's own; Mendeley the same without a title; Better BibTeX (and biblatex, manual § 2.2.2) paths alone.
 */
export function attachmentsOf(field: string): Attachment[] {
  const written = field.includes('\\') ? withoutTex(field) : field;
  return splitAt(written, ';').flatMap(one => attachmentOf(one) ?? []);
}

function withoutTex(field: string): string {
  return field
    .replace(/\$\\backslash\$/g, '\\')
    .replace(/\{\\([_&%#$])\}|\\([_&%#${}])/g, (_, braced, bare) => (braced ?? bare) as string)
    .replace(/\\textbackslash(?:\{\}|\s)?/g, '\\\\');
}

function attachmentOf(written: string): Attachment | undefined {
  const parts = withDrives(splitAt(written, ':').map(unescaped));
  const [first = '', second] = parts;
  if (second === undefined) return first.trim() ? { path: first.trim() } : undefined;
  const last = parts.at(-1)!.trim();
  if (parts.length === 2) {
    // `paper.pdf:PDF`, or `Full Text:paper.pdf`.
    if (isType(last) && /\.\w{1,5}$/.test(first)) return { path: first.trim(), type: last };
    return second.trim() ? { path: second.trim(), ...(first.trim() && { title: first.trim() }) } : undefined;
  }
  const path = parts.slice(1, -1).join(':').trim();
  if (!path) return undefined;
  return {
    path: isMendeley(first, path, last) ? `/${path}` : path,
    ...(first.trim() && { title: first.trim() }),
    ...(last && { type: last }),
  };
}

/** Mendeley leaves out the slash that an absolute path begins with. */
function isMendeley(title: string, path: string, type: string): boolean {
  return title === '' && type === type.toLowerCase() && /^(?:home|Users|media|mnt|Volumes)\//.test(path);
}

function isType(text: string): boolean {
  return /^(?:[a-z]+\/[\w.+-]+|[A-Za-z]{2,10})$/.test(text);
}

/** Splits at a sign that has no backslash before it. */
function splitAt(text: string, sign: ':' | ';'): string[] {
  if (!text.includes('\\')) return text.split(sign);
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\' && /[\\:;]/.test(text[at + 1] ?? '')) at++;
    else if (text[at] === sign) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}

function unescaped(text: string): string {
  return text.replace(/\\([\\:;])/g, '$1');
}

/** `C:\a.pdf` and `https://…` have a colon of their own. */
function withDrives(parts: readonly string[]): string[] {
  const joined: string[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    const isDrive = before !== undefined && /^[A-Za-z]$/.test(before.trim()) && /^[\\/]/.test(part);
    const isAddress =
      before !== undefined && /^(?:https?|file|zotero)$/.test(before.trim()) && part.startsWith('//');
    if (isDrive || isAddress) joined[joined.length - 1] = `${before.trim()}:${part}`;
    else joined.push(part);
  }
  return joined;
}
