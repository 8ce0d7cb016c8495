import type { FacetTest } from '../../search/query/queryFilter';
import { foldText } from '../../search/text/fold';
import { tableOf } from '../../util/collections/tableOf';
import type { SummaryCache } from '../works/summaryCache';
import type { Work } from '../works/works';

export interface FacetContext {
  work(slot: number): Work | undefined;
  readonly summaries: SummaryCache;
  readonly isCited: (slot: number) => boolean;
  /** By the filter's name and value: the works that have an identifier. */
  readonly identified: ReadonlyMap<string, ReadonlySet<number>>;
}

type Summary = ReturnType<SummaryCache['of']>;

const has: Readonly<Record<string, (summary: Summary) => boolean>> = tableOf({
  pdf: ({ hasFile }) => hasFile === true,
  file: ({ hasFile }) => hasFile === true,
  abstract: ({ abstract }) => Boolean(abstract),
  doi: ({ identifiers }) => identifiers?.some(({ kind }) => kind === 'doi') === true,
  note: ({ hasNote }) => hasNote === true,
});

/** What people call types that CSL names otherwise. */
const typeNames: Readonly<Record<string, string>> = tableOf({
  conference: 'paper-conference',
  journal: 'article-journal',
  preprint: 'article',
  phd: 'thesis',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  dissertation: 'thesis',
  inproceedings: 'paper-conference',
  proceedings: 'paper-conference',
  incollection: 'chapter',
  techreport: 'report',
  website: 'webpage',
});

/** Tests for the filters that look at what the search index does not hold. */
export function facetTests({ work, summaries, isCited, identified }: FacetContext): FacetTest {
  const some = (test: (summary: Summary) => boolean) => (slot: number) =>
    work(slot)?.references.some(reference => test(summaries.of(reference))) ?? false;
  return ({ name, value }) => {
    const typed = foldText(value);
    switch (name) {
      case 'has': {
        const known = Object.keys(has).find(key => key.startsWith(typed));
        return known ? some(has[known]!) : undefined;
      }
      case 'cited':
        if ('yes'.startsWith(typed)) return isCited;
        return 'no'.startsWith(typed) ? slot => !isCited(slot) : undefined;
      case 'type':
        return some(({ types }) => types?.some(type => isType(type, typed.replaceAll(' ', ''))) ?? false);
      case 'keys': {
        const keys = new Set(value.split(','));
        return slot => work(slot)?.references.some(({ key }) => keys.has(key)) ?? false;
      }
      case 'collection':
        return some(({ collections }) => collections?.some(one => foldText(one).includes(typed)) ?? false);
      default: {
        const slots = identified.get(`${name}:${value}`);
        return slots && (slot => slots.has(slot));
      }
    }
  };
}

function isType(type: string, typed: string): boolean {
  const named = Object.keys(typeNames).find(name => name.startsWith(typed) && typed.length > 2);
  if (named && (typed === named || !type.startsWith(typed))) return type === typeNames[named];
  return type.startsWith(typed);
}
