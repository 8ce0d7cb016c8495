import type { Language } from '../../citing/citation';
import { invalidKeyReason } from '../../citing/citationKeySyntax';
import { authorsInFull } from '../../display/authors';
import { titleOf } from '../../display/describe';
import { type Identifier, sameIdentifier } from '../../model/identifiers/identifier';
import { itemIdentifiers } from '../../model/identifiers/itemIdentifiers';
import { orElse } from '../../util/orElse';
import type { LibraryReference, SearchHit } from '../libraryService';
import { citableKey } from './citableKey';
import type { InlineReference } from './inlineReferences';
import { isInSources } from './isInSources';

/** A work that is offered where a key goes, and the key that is written for it: the library's, or one that the document lists itself. */
export type Suggestion =
  | { readonly hit: SearchHit; readonly key: string }
  | { readonly listed: InlineReference; readonly key: string };

export interface SuggestionRequest {
  /** What stands there already of a key, or of an author or title. */
  readonly typed: string;
  readonly language: Language;
  /** What the library found, the best first. */
  readonly hits: readonly SearchHit[];
  /** What the document lists itself. */
  readonly listed: readonly InlineReference[];
  /** The document's bibliographies, by their ids. */
  readonly sources: readonly string[];
  /** What is typed, where that is an identifier that can be looked up. */
  readonly identifier: Identifier | undefined;
  /** Another extension lists what these bibliographies have. */
  readonly isBesideAnother: boolean;
}

export interface Suggestions {
  /** To be looked up, since the library has no such work. */
  readonly lacking: Identifier | undefined;
  readonly suggestions: readonly Suggestion[];
}

/**
 * What is suggested where a key goes, in the order of the list: keys that begin with what is typed go first, whoever lists them, and the
 * document's own works before the library's. An identifier means one work, and no others.
 */
export function suggestionsFor(request: SuggestionRequest): Suggestions {
  const { typed, sources, identifier } = request;
  const listed = request.listed.filter(work => mentions(work, typed));
  const isListed = ({ key }: LibraryReference) => listed.some(work => work.key === key);
  const isListedByAnother = (reference: LibraryReference) =>
    request.isBesideAnother && isInSources(reference, sources) && showsTyped(reference, typed);
  const others = request.hits.filter(
    ({ reference }) => !isListed(reference) && !isListedByAnother(reference),
  );
  const meant = identifier ? others.filter(({ reference }) => isOf(reference, identifier)) : others;
  const known = [...listed.map(work => ({ listed: work })), ...meant.map(hit => ({ hit }))];
  const isBegun = (work: (typeof known)[number]) =>
    beginsWith('hit' in work ? work.hit.reference.key : work.listed.key, typed);
  const suggestions = [...known.filter(isBegun), ...known.filter(work => !isBegun(work))].flatMap(work =>
    // What cannot be made out of one item costs that item.
    orElse<Suggestion[]>(
      () => {
        const key = 'hit' in work ? keyToWrite(work.hit.reference, request) : work.listed.key;
        return key === undefined ? [] : [{ ...work, key }];
      },
      () => [],
    ),
  );
  return { lacking: meant.length ? undefined : identifier, suggestions };
}

/** Whether a key goes on as typed, in whatever case. */
export function beginsWith(key: string, typed: string): boolean {
  return typed !== '' && key.toLowerCase().startsWith(typed.toLowerCase());
}

/** The key a reference is cited by here; `undefined` where the document's bibliography has one that cannot be written in its language. */
function keyToWrite(
  reference: LibraryReference,
  { sources, language }: Pick<SuggestionRequest, 'sources' | 'language'>,
): string | undefined {
  const { key, item } = reference;
  if (isInSources(reference, sources)) return invalidKeyReason(key, language) === undefined ? key : undefined;
  return citableKey(key, item, language);
}

function isOf({ item }: LibraryReference, identifier: Identifier): boolean {
  return itemIdentifiers(item).some(other => sameIdentifier(other, identifier));
}

/** Whether the key, authors or title have what was typed: what every extension lists a reference by. */
function showsTyped({ key, item }: LibraryReference, typed: string): boolean {
  return mentions({ key, text: `${authorsInFull(item)} ${titleOf(item)}` }, typed);
}

/** Whether what is known of a work has all the words that were typed, or their beginnings. */
function mentions({ key, text }: Pick<InlineReference, 'key' | 'text'>, typed: string): boolean {
  const known = `${key} ${text}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every(word => known.includes(word));
}
