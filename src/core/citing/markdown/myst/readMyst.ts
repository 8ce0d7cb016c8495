import type { Citation } from '../../citation';
import { citingRole, roleCitation } from '../../roles/roleCitation';
import { withoutDirectiveFences } from './directives';

const role = new RegExp(`\\{(${citingRole})\\}(\`+)([^\`\\n]*(?:\\n[^\`\\n]+)*)\\2(?!\`)`, 'g');
/** Stands for a role where it is seen whether it is one; no bibliography has such keys. */
const probe = 'r';

/** Roles by the keys that stand for them; `undefined` for one that has no key. */
export type MystRoles = ReadonlyMap<string, Citation | undefined>;

/**
 * A MyST document as Pandoc's Markdown reads it: with the content of its directives in the open, and every role, ``{cite:p}`roe2001` ``, as a
 * citation of the same length. MyST is CommonMark with directives and roles, so what is code, a comment or metadata, Pandoc's reader tells.
 */
export function rolesAsMarkers(document: string): { readonly text: string; readonly roles: MystRoles } {
  const roles = new Map<string, Citation | undefined>();
  const text = withoutDirectiveFences(document).replace(
    role,
    (whole: string, name: string, ticks: string, content: string, start: number) => {
      const contentStart = start + name.length + 2 + ticks.length;
      const id = `${probe}${roles.size.toString(36)}-`.padEnd(whole.length - 3, 'x');
      roles.set(id, roleCitation(name, content, contentStart, start, start + whole.length));
      return `[@${id}]`;
    },
  );
  return { text, roles };
}

/** What the document cites by roles, and where `withMarkers` says so (mystmd) by `[@roe2001]` too. */
export function mystCitations(
  found: readonly Citation[],
  roles: MystRoles,
  withMarkers: boolean,
): Citation[] {
  const citations = found.flatMap(citation => {
    const [first] = citation.keys;
    if (first && roles.has(first.key)) return roles.get(first.key) ?? [];
    return withMarkers ? citation : [];
  });
  return citations.sort((a, b) => a.start - b.start);
}
