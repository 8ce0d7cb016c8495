import { parseIdentifier } from '../../../model/identifiers/parseIdentifier';
import type { CatalogRecord, Notice } from '../../catalog';
import { at, isObject, type JsonObject, objectsAt, textAt } from '../../json';
import { isoOf } from '../../text/date';
import { crossrefDate } from './crossrefDate';

/** What is said of the work, the weightiest first: in `updated-by`, or in `update-to` where the notice stands under the work's own DOI. */
export function crossrefNotices(work: JsonObject): readonly Notice[] | undefined {
  const order = ['retraction', 'concern', 'correction'];
  const own = textAt(work, 'DOI').toLowerCase();
  const list = [
    ...updates(work, 'updated-by'),
    ...updates(work, 'update-to').filter(({ doi }) => doi === own),
  ]
    .map(({ kind, doi, update }) => ({
      kind,
      doi: doi || undefined,
      date: isoOf(crossrefDate(at(update, 'updated'))),
      source: textAt(update, 'source') || 'publisher',
    }))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return list.length > 0 ? list : undefined;
}

/** Of a notice: the work it is about. */
export function crossrefNoticeOf(work: JsonObject): CatalogRecord['noticeOf'] {
  const own = textAt(work, 'DOI').toLowerCase();
  const about = updates(work, 'update-to').find(({ doi }) => doi && doi !== own);
  return about && { kind: about.kind, doi: about.doi };
}

/** New versions and editions are no notices. */
function updates(work: JsonObject, field: 'updated-by' | 'update-to') {
  return objectsAt(work, field)
    .filter(update => !/^new_/i.test(textAt(update, 'type')))
    .map(update => ({ kind: noticeKind(update), doi: textAt(update, 'DOI').toLowerCase(), update }));
}

function noticeKind(update: JsonObject): Notice['kind'] {
  const type = textAt(update, 'type').toLowerCase();
  if (/^(?:retraction|withdrawal|removal)$/.test(type)) return 'retraction';
  return /concern|partial/.test(type) ? 'concern' : 'correction';
}

/** Of a preprint its published version, of that the preprint. */
export function crossrefVersions(work: JsonObject) {
  const related = (name: string) => {
    const entry = objectsAt(work, 'relation', name).find(relation =>
      /^(?:doi|arxiv)$/.test(textAt(relation, 'id-type')),
    );
    return entry && isObject(entry) ? parseIdentifier(textAt(entry, 'id')) : undefined;
  };
  return { published: related('is-preprint-of'), preprint: related('has-preprint') };
}
