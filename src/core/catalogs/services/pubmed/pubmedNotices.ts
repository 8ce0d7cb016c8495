import { tableOf } from '../../../util/collections/tableOf';
import type { CatalogRecord, Notice } from '../../catalog';
import { childAt, childrenNamed, type Element, textOf } from '../../text/markup';

const saidHere: Readonly<Record<string, Notice['kind']>> = tableOf({
  RetractionIn: 'retraction',
  ExpressionOfConcernIn: 'concern',
  ErratumIn: 'correction',
});
const saidOf: Readonly<Record<string, Notice['kind']>> = tableOf({
  RetractionOf: 'retraction',
  ExpressionOfConcernFor: 'concern',
  ErratumFor: 'correction',
});

/** What `CommentsCorrections` say: notices about the work, the work that a notice is about, a preprint and its published version. */
export function pubmedNotices(
  citation: Element | undefined,
  kinds: readonly string[],
): Pick<CatalogRecord, 'notices' | 'noticeOf' | 'publishedAs' | 'preprint'> {
  const entries = childrenNamed(childAt(citation, 'commentscorrectionslist'), 'commentscorrections').map(
    entry => ({
      type: entry.attributes.RefType ?? '',
      doi: /\b10\.\d{4,9}\/[^\s;]+/
        .exec(textOf(childAt(entry, 'refsource')))?.[0]
        ?.replace(/[.,]$/, '')
        .toLowerCase(),
      pmid: textOf(childAt(entry, 'pmid')),
    }),
  );
  const notices: Notice[] = entries.flatMap(({ type, doi }) => {
    const kind = saidHere[type];
    return kind ? [{ kind, doi, source: 'PubMed' }] : [];
  });
  if (kinds.includes('Retracted Publication') && !notices.some(({ kind }) => kind === 'retraction'))
    notices.unshift({ kind: 'retraction', source: 'PubMed' });
  const about = entries.find(({ type, doi }) => saidOf[type] && doi);
  const version = (relation: string) => {
    const other = entries.find(({ type, doi, pmid }) => type === relation && (doi || pmid));
    if (!other) return undefined;
    return other.doi
      ? ({ kind: 'doi', id: other.doi } as const)
      : ({ kind: 'pmid', id: other.pmid } as const);
  };
  return {
    notices: notices.length > 0 ? notices : undefined,
    noticeOf: about && { kind: saidOf[about.type]!, doi: about.doi! },
    publishedAs: version('UpdateIn'),
    preprint: version('UpdateOf'),
  };
}
