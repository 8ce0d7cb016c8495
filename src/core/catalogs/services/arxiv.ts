import { plainTex } from '../../bibliography/tex/plainTex';
import { parseIdentifier } from '../../model/identifiers/parseIdentifier';
import { say } from '../../util/say';
import { type Catalog, type CatalogRecord, UnreadableAnswer } from '../catalog';
import { listReader } from '../listReader';
import { recordOf } from '../records/record';
import { readDate } from '../text/date';
import { childAt, childrenNamed, type Element, parseXml, textOf } from '../text/markup';
import { personName } from '../text/names/personName';
import { readTexTitle } from '../text/title';
import { address } from './address';

const base = 'https://export.arxiv.org/api/query';
const atom = 'application/atom+xml';

/** arXiv's API (info.arxiv.org/help/api), Atom. One request every three seconds, its terms of use say. */
export const arxiv: Catalog = {
  id: 'arxiv',
  name: 'arXiv',
  hosts: ['export.arxiv.org', 'arxiv.org'],
  pace: { interval: 3000, atOnce: 1 },
  answersBrowsers: false,

  lookUp(query) {
    if (query.kind !== 'arxiv') return undefined;
    const id = query.id + (query.version ? `v${query.version}` : '');
    return {
      service: 'arxiv',
      url: address(base, { id_list: id, max_results: 1 }).replace('%2F', '/'),
      accept: atom,
      notFound: [400],
      read: body => ({
        records: readEntries
          .read(body)
          .records.filter(record => record.identifiers.some(other => other.id === query.id)),
      }),
    };
  },

  search(words, limit) {
    const terms = words
      .replace(/["():]/g, ' ')
      .split(/\s+/)
      .filter(Boolean);
    if (terms.length === 0) return undefined;
    return {
      service: 'arxiv',
      url: address(base, {
        search_query: terms.map(term => `all:${term}`).join(' AND '),
        max_results: limit,
        sortBy: 'relevance',
      }),
      accept: atom,
      ...readEntries,
    };
  },
};

const readEntries = listReader(body => {
  const feed = childAt(parseXml(body), 'feed');
  if (!feed || !/<\/(?:\w+:)?feed>\s*$/i.test(body))
    throw new UnreadableAnswer(say('is broken off or not the Atom feed it promises'));
  return childrenNamed(feed, 'entry');
}, record);

/** How authors and arXiv say that a paper is withdrawn, in its comment or in place of its abstract; not of another paper. */
const withdrawal =
  /^\W*(?:withdrawn\b|(?:this|the)\s+(?:\w+\s+)?(?:paper|submission|article|manuscript|work|version|preprint|draft)\s+(?:has\s+been|is|was)\s+(?:temporarily\s+)?withdrawn\b|(?:paper|submission|article|manuscript)\s+(?:has\s+been\s+|is\s+|was\s+)?withdrawn\b)|[.;]\s+(?:(?:this\s+)?paper\s+(?:has\s+been\s+)?)?withdrawn\s+(?:by|due|because)\b/i;

/** Errors come as entries too; they have no address of a paper. */
function record(entry: Element): CatalogRecord | undefined {
  const id = parseIdentifier(textOf(childAt(entry, 'id')));
  if (id?.kind !== 'arxiv') return undefined;
  const text = (name: string) => textOf(childAt(entry, name));
  const pdf = childrenNamed(entry, 'link')
    .find(link => link.attributes.title === 'pdf')
    ?.attributes.href?.replace(/^http:/, 'https:');
  const published = parseIdentifier(text('doi').split(/\s+/)[0] ?? '');
  const withdrawn = withdrawal.test(text('comment')) || withdrawal.test(text('summary'));
  return recordOf(
    'arxiv',
    {
      type: 'article',
      title: readTexTitle(text('title')),
      authors: childrenNamed(entry, 'author').map(author =>
        personName(plainTex(textOf(childAt(author, 'name')))),
      ),
      issued: readDate(text('published')),
      abstract: plainTex(text('summary')) || undefined,
      arxiv: id.id,
      primaryClass: childAt(entry, 'primary_category')?.attributes.term,
      texts: { publisher: 'arXiv', genre: 'Preprint' },
    },
    {
      page: `https://arxiv.org/abs/${id.id}`,
      pdf,
      ...(published?.kind === 'doi'
        ? { publishedAs: published }
        : { publishedIn: plainTex(text('journal_ref')) || undefined }),
      notices: withdrawn ? [{ kind: 'retraction', source: 'arXiv' }] : undefined,
    },
  );
}
