import { authorsInFull } from '../display/authors';
import { titleOf } from '../display/describe';
import { venueOf } from '../display/venue';
import type { LibraryReference } from '../library/libraryService';
import type { CslItem } from '../model/reference';
import { yearOf } from '../model/year';
import { inEnglish } from '../util/say';
import type { AgentContext } from './agentTool';

/** A reference in a tool's answer. */
export interface DescribedReference {
  readonly key: string;
  readonly title: string;
  readonly authors?: string;
  readonly year?: string;
  readonly venue?: string;
  readonly doi?: string;
  /** The writer's own bibliographies have it: its key can be cited as it is. */
  readonly inOwnLibrary: boolean;
  /** Where its entry is, the preferred place first; lines count from 1. */
  readonly entries?: readonly { readonly file: string; readonly line?: number; readonly key: string }[];
}

/** Authors that are named. */
const maxAuthors = 10;

export function describeReference(
  reference: LibraryReference,
  context: Pick<AgentContext, 'pathOf'>,
): DescribedReference {
  const { item, key, origins } = reference;
  const entries = origins.flatMap(origin => {
    const file = context.pathOf(origin.source);
    const line = origin.line === undefined ? {} : { line: origin.line + 1 };
    return file === undefined ? [] : [{ file, ...line, key: origin.key }];
  });
  return {
    key,
    title: titleOf(item),
    ...known('authors', authorsInFull(item, maxAuthors, inEnglish)),
    ...known('year', yearOf(item)),
    ...known('venue', venueOf(item)),
    ...known('doi', doiOf(item)),
    inOwnLibrary: isOwn(reference),
    ...(entries.length && { entries }),
  };
}

/** Whether a bibliography of the writer has it, and not only the bundled collection. */
export function isOwn({ origins }: LibraryReference): boolean {
  return origins.some(({ source }) => source !== 'collection');
}

function doiOf({ DOI }: CslItem): string | undefined {
  return typeof DOI === 'string' && DOI !== '' ? DOI : undefined;
}

function known<Name extends string>(
  name: Name,
  value: string | undefined,
): { readonly [N in Name]?: string } {
  return value ? ({ [name]: value } as { readonly [N in Name]?: string }) : {};
}
