import { within } from '../../../model/textRange';
import { lazy } from '../../../util/lazy';
import type { Citation, CitedKey } from '../../citation';
import { citingRole, roleCitation } from '../../roles/roleCitation';
import { readRst } from '../../rst/readRst';
import { runsOfTicks } from '../inline/backtickRuns';
import { literalContent, withoutDirectiveFences, withStarsForDashes } from './directives';

/** What inline code may begin at, an escape, or a role. */
const mark = new RegExp(
  `\\\\[^\\n]|\`+|\\{(${citingRole})\\}(\`+)([^\`\\n]*(?:\\n[^\`\\n]+)*)\\2(?!\`)`,
  'g',
);
const paragraphEnd = /\n[ \t]*(?=\n|$)/g;
/** Stands for a role where it is seen whether it is one; no bibliography has such keys. */
const probe = 'r';

/** Roles by the keys that stand for them; `undefined` for one that has no key. */
export type MystRoles = ReadonlyMap<string, Citation | undefined>;

/**
 * A MyST document as Pandoc's Markdown reads it: with the content of its directives in the open, and every role, ``{cite:p}`roe2001` ``, as a
 * citation of the same length. MyST is CommonMark with directives and roles, so what is code, a comment or metadata, Pandoc's reader tells.
 */
export function rolesAsMarkers(
  document: string,
  isMystmd: boolean,
): { readonly text: string; readonly roles: MystRoles } {
  const roles = new Map<string, Citation | undefined>();
  const open = withStarsForDashes(withoutDirectiveFences(document));
  if (!open.includes('}`')) return { text: open, roles };
  const codeEnd = codeEndsIn(open);
  let text = '';
  let copied = 0;
  for (let found = next(open, 0); found; ) {
    const [whole, name, ticks, content] = found;
    const end = found.index + whole.length;
    if (name === undefined) {
      found = next(open, whole.startsWith('`') ? codeEnd(found.index, whole.length) : end);
      continue;
    }
    const contentStart = found.index + name.length + 2 + ticks!.length;
    const id = `${probe}${roles.size.toString(36)}-`.padEnd(whole.length - 3, 'x');
    roles.set(id, roleCitation(name, content!, contentStart, found.index, end, isMystmd ? ',;' : ','));
    text += `${open.slice(copied, found.index)}[@${id}]`;
    copied = end;
    found = next(open, end);
  }
  return { text: text + open.slice(copied), roles };
}

function next(text: string, from: number): RegExpExecArray | null {
  mark.lastIndex = from;
  return mark.exec(text);
}

/** Where inline code ends that a run of backticks begins: behind the next run of as many in its paragraph, or else the run is text (CommonMark). */
function codeEndsIn(text: string): (at: number, length: number) => number {
  const runs = runsOfTicks(text);
  let paragraph = 0;
  return (at, length) => {
    if (paragraph <= at) {
      paragraphEnd.lastIndex = at;
      paragraph = paragraphEnd.exec(text)?.index ?? text.length;
    }
    const same = runs.get(length);
    while (same?.length && same.at(-1)! <= at) same.pop();
    const close = same?.at(-1);
    return close !== undefined && close < paragraph ? close + length : at + length;
  };
}

/** What mystmd looks up by itself, wherever a key may stand. */
const doi = /^(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi:)?10\.\d{4,9}\//i;

/** Links with a text, and addresses that become links by themselves (CommonMark; mystmd's `linkify`). */
const link = /\[(?:[^[\]\n]|\[[^[\]\n]{0,500}\]){0,500}\]\([^()\n]*\)|https?:\/\/[^\s<>]+/g;
/** What stands in for an image is text alone (CommonMark, “Images”). */
const image = /!\[(?:[^[\]\n]|\[[^[\]\n]{0,500}\]){0,500}\]\([^()\n]*\)/g;

/** Tells citations that begin in what a pattern finds. */
function beginsIn(document: string, pattern: RegExp): (citation: Citation) => boolean {
  const isFound = lazy(() =>
    within([...document.matchAll(pattern)].map(({ index, 0: { length } }) => [index, index + length])),
  );
  return ({ start }) => isFound()({ start, end: start + 1 });
}

/**
 * What the document cites by roles, and where `withMarkers` says so (mystmd) by `[@roe2001]` too; that not in links, which mystmd takes for
 * text of theirs.
 */
export function mystCitations(
  found: readonly Citation[],
  roles: MystRoles,
  withMarkers: boolean,
  document: string,
): Citation[] {
  const isInLink = beginsIn(document, link);
  const isInImage = beginsIn(document, image);
  const citations = found.flatMap(citation => {
    // `@roe2001 {cite:p}`doe2001`` has the look of one citation to Pandoc.
    const asRoles = citation.keys.flatMap(({ key }) => roles.get(key) ?? []).filter(role => !isInImage(role));
    const own = citation.keys.filter(({ key }) => !roles.has(key));
    const isWhole = own.length === citation.keys.length;
    const end = isWhole ? citation.end : (own.at(-1)?.end ?? citation.end);
    const cites = withMarkers && own.length > 0 && !isInLink(citation);
    const written = cites ? [withoutDois({ ...citation, keys: own, end })] : [];
    return [...written, ...(withMarkers ? asRoles.map(withoutDois) : asRoles)];
  });
  return citations.sort((a, b) => a.start - b.start);
}

/** What the reStructuredText in a MyST document cites: ``{eval-rst}`` is read by Sphinx as a document of its own. */
export function keysInRst(document: string): CitedKey[] {
  if (!document.includes('{eval-rst}')) return [];
  return literalContent(document, 'eval-rst').flatMap(([start, end]) =>
    readRst(document.slice(start, end)).citations.flatMap(({ keys }) =>
      keys.map(key => ({ ...key, start: start + key.start, end: start + key.end, isTypeset: true })),
    ),
  );
}

function withoutDois(citation: Citation): Citation {
  const keys = citation.keys.map(key => (doi.test(key.key) ? { ...key, crossReference: true } : key));
  return { ...citation, keys };
}
