import { uniqueCitationKey } from '../../core/bibliography/write/citationKey';
import type { CslItem } from '../../core/model/reference';
import { readDelivered } from './delivered';
import { personName } from './personName';
import { readableText } from './readableText';
import { venueOf } from './venue';

/** What was found about one paper; `null` means not found. */
export interface FoundPaper {
  readonly n: number;
  readonly arxiv: string;
  readonly authors: readonly string[];
  readonly authorsComplete: boolean;
  readonly year: number;
  readonly venue: string | null;
  readonly doi: string | null;
  readonly url: string | null;
}

export interface Topic {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Positions in the delivered file. */
  readonly papers: readonly number[];
}

/** The bundled references, in the order delivered: the same input gives the same items, to the letter. */
export function buildReferences(
  delivered: string,
  found: readonly FoundPaper[],
  topics: readonly Topic[],
): CslItem[] {
  const papers = readDelivered(delivered);
  if (papers.length !== found.length)
    throw new Error(`${papers.length} papers delivered, ${found.length} described.`);
  const keys = new Set<string>();
  return papers.map((paper, index) => {
    const about = found[index]!;
    const item: CslItem = {
      id: '',
      ...publication(about),
      title: readableText(paper.title),
      author: about.authors.map(personName),
      issued: { 'date-parts': [[about.year]] },
      ...(about.doi ? { DOI: about.doi } : {}),
      ...(about.url ? { URL: about.url } : {}),
      abstract: readableText(paper.abstract),
      language: 'en',
      custom: {
        position: index + 1,
        arxiv: about.arxiv,
        venue: about.venue ? venueOf({ ...published(about), venue: about.venue }).series : 'arXiv',
        topics: topics.filter(topic => topic.papers.includes(index + 1)).map(topic => topic.id),
        ...(about.authorsComplete ? {} : { authorsIncomplete: true }),
      },
    };
    const key = uniqueCitationKey(item, taken => keys.has(taken));
    keys.add(key);
    return { ...item, id: key };
  });
}

/** A preprint is an `article` with its number, as Zotero and Pandoc have it. */
function publication(about: FoundPaper): Omit<CslItem, 'id'> & { readonly type: string } {
  if (!about.venue) return { type: 'article', publisher: 'arXiv', number: `arXiv:${about.arxiv}` };
  const { series: _, ...venue } = venueOf({ ...published(about), venue: about.venue });
  return venue;
}

function published(about: FoundPaper): { year: number; url: string; doi?: string } {
  return { year: about.year, url: about.url ?? '', ...(about.doi ? { doi: about.doi } : {}) };
}
