import type { CatalogRecord } from '../../catalog';
import { recordOf } from '../../records/record';
import { nlmJournal } from '../../text/journal';
import { childAt, childrenNamed, type Element, textOf } from '../../text/markup';
import { pageRange } from '../../text/pages';
import { readContainer, readTitle } from '../../text/title';
import { pubmedNotices } from './pubmedNotices';
import { abstractOf, authorsOf, issuedOf, titleOf } from './pubmedParts';

/** A work of PubMed's: an article, or a preprint. */
export function articleRecord(entry: Element): CatalogRecord | undefined {
  const citation = childAt(entry, 'medlinecitation');
  const article = childAt(citation, 'article');
  if (!article) return undefined;
  const journal = childAt(article, 'journal');
  const issue = childAt(journal, 'journalissue');
  const pmid = textOf(childAt(citation, 'pmid'));
  const kinds = childrenNamed(childAt(article, 'publicationtypelist'), 'publicationtype').map(textOf);
  const vernacular = readTitle(textOf(childAt(article, 'vernaculartitle')));
  const translated = titleOf(childAt(article, 'articletitle'));
  const isPreprint = kinds.includes('Preprint');
  const name = nlmJournal(textOf(childAt(journal, 'title')));
  return recordOf(
    'pubmed',
    {
      type: isPreprint ? 'article' : 'article-journal',
      title: translated ?? vernacular,
      authors: authorsOf(childAt(article, 'authorlist')),
      authorsIncomplete: childAt(article, 'authorlist')?.attributes.CompleteYN === 'N',
      issued: issuedOf(childAt(issue, 'pubdate')) ?? issuedOf(childAt(article, 'articledate')),
      container: isPreprint ? undefined : readContainer(name),
      abstract: abstractOf(childAt(article, 'abstract')),
      doi: located(article, 'doi') || articleId(entry, 'doi'),
      pmid,
      pmcid: articleId(entry, 'pmc'),
      texts: {
        'container-title-short': textOf(childAt(journal, 'isoabbreviation')),
        'original-title': translated && vernacular?.plain,
        publisher: isPreprint ? name : '',
        genre: isPreprint ? 'Preprint' : '',
        volume: textOf(childAt(issue, 'volume')),
        issue: textOf(childAt(issue, 'issue')),
        page: pageRange(textOf(childAt(article, 'pagination', 'medlinepgn')), {
          number: articleNumber(article),
        }),
        ISSN: textOf(childAt(journal, 'issn')),
        language: textOf(childAt(article, 'language')),
      },
    },
    {
      page: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`,
      ownId: pmid,
      ...pubmedNotices(citation, kinds),
    },
  );
}

function located(article: Element, kind: string): string {
  return textOf(
    childrenNamed(article, 'elocationid').find(
      id => id.attributes.EIdType === kind && id.attributes.ValidYN !== 'N',
    ),
  );
}

/** Of the article itself, not of what it refers to. */
function articleId(entry: Element, kind: string): string {
  return textOf(
    childrenNamed(childAt(entry, 'pubmeddata', 'articleidlist'), 'articleid').find(
      id => id.attributes.IdType === kind,
    ),
  );
}

/** Where there are no pages; Elsevier's numbers and the end of the DOI are none of a reader's. */
function articleNumber(article: Element): string {
  const doi = located(article, 'doi');
  const number = located(article, 'pii');
  return doi && !/^S\d{4}-/.test(number) && !doi.toLowerCase().endsWith(`/${number.toLowerCase()}`)
    ? number
    : '';
}
