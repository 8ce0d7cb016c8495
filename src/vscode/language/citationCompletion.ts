import * as vscode from 'vscode';
import { citationLanguage, citationLanguages } from '../../core/citing/citationLanguages';
import { citedKeys } from '../../core/citing/citedKeys';
import { type CompletionPlace, completionAt } from '../../core/citing/completionAt';
import { isReadAsWritten } from '../../core/citing/edit/readAsWritten';
import { authorsInFull } from '../../core/display/authors';
import { card } from '../../core/display/card';
import { titleOf } from '../../core/display/describe';
import { suggestionLabel } from '../../core/display/suggestionLabel';
import { plainText } from '../../core/display/text/plainText';
import { beginsWith, suggestionsFor } from '../../core/library/documents/citationSuggestions';
import { type InlineReference, inlineReferences } from '../../core/library/documents/inlineReferences';
import { isInSources } from '../../core/library/documents/isInSources';
import { areMentions } from '../../core/library/documents/mentions';
import type { LibraryReference, LibraryService, SearchHit } from '../../core/library/libraryService';
import { type Identifier, identifierLabel } from '../../core/model/identifiers/identifier';
import { parseIdentifier } from '../../core/model/identifiers/parseIdentifier';
import { orElse } from '../../core/util/orElse';
import { internalCommands } from '../commands';
import type { CitingDocuments } from '../documents/citingDocuments';
import { documentsIn } from '../documents/languages';
import { partsOf } from '../documents/notebooks';
import type { RecentReferences } from '../documents/recentReferences';
import { rangeOf } from '../documents/textEdits';
import { isGivenByAnother } from '../otherExtensions';
import { idOf } from '../references/referenceId';
import { setting } from '../settings';
import { trustedMarkdown } from '../trustedMarkdown';

/** The list is made anew at every keystroke, so it need not be long. */
const suggested = 50;

interface CitationItem extends vscode.CompletionItem {
  /** Absent for works that the document lists itself. */
  readonly reference?: LibraryReference;
}

/** References while a citation is being typed: by their keys, then found as in the search. */
export class CitationCompletionProvider implements vscode.CompletionItemProvider<CitationItem> {
  static register(...parts: ConstructorParameters<typeof CitationCompletionProvider>): vscode.Disposable {
    const provider = new CitationCompletionProvider(...parts);
    return vscode.Disposable.from(
      ...citationLanguages.map(language =>
        vscode.languages.registerCompletionItemProvider(
          documentsIn(language),
          provider,
          ...language.triggerCharacters,
        ),
      ),
    );
  }

  constructor(
    private readonly documents: CitingDocuments,
    private readonly library: LibraryService,
    private readonly recent: RecentReferences,
    private readonly canLookUp: (identifier: Identifier) => boolean,
  ) {}

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    context?: vscode.CompletionContext,
  ): Promise<vscode.CompletionList<CitationItem> | undefined> {
    if (!setting('completion.enabled', true, document)) return undefined;
    const reading = await this.documents.citationsInProject(document);
    const offset = document.offsetAt(position);
    const place = reading && completionAt(document.getText(), offset, reading);
    if (!place) return undefined;
    const applied = await this.documents.bibliographiesOf(document);
    const { sources } = applied;
    // Whoever names a person is not asked for a paper, but may ask for one.
    const isUnasked = context?.triggerKind === vscode.CompletionTriggerKind.TriggerCharacter;
    if (isUnasked && isBare(document.getText(), place) && areMentions(reading, applied)) return undefined;
    const { hits } = await this.library.complete({
      query: place.typed,
      limit: suggested,
      meaning: false,
      preferredSources: sources,
      citedKeys: citedKeys(reading).map(({ key }) => key),
      recentKeys: this.recent.keys(),
    });
    if (token.isCancellationRequested) return undefined;
    const replaced = place.outer ?? place;
    const range = rangeOf(document, replaced.start, replaced.end);
    // Marks before the key are a part of what VS Code compares.
    const typed = document.getText().slice(replaced.start, offset);
    const isBraced = document.getText()[place.start - 1] === '{';
    const writeKey = (key: string) => citationLanguage(reading.language).writeKey(key, place, isBraced);
    const isRead = (key: string) =>
      isReadAsWritten(document.getText(), place, reading, { key, written: writeKey(key) });
    const written = (key: string) => insertion(writeKey(key), place);
    // What is found changes with every letter, and typing errors are forgiven: VS Code cannot filter this list by itself.
    const isIncomplete = true;
    const listed = partsOf(document).flatMap(part => {
      const own = part === document ? reading : this.documents.citationsOf(part);
      return own ? inlineReferences(part, own) : [];
    });
    const typedIdentifier = parseIdentifier(place.typed);
    const isBesideAnother = isGivenByAnother('completion', document);
    const { lacking, suggestions } = suggestionsFor({
      typed: place.typed,
      language: reading.language,
      hits,
      listed,
      sources,
      identifier: typedIdentifier && this.canLookUp(typedIdentifier) ? typedIdentifier : undefined,
      isBesideAnother,
    });
    const items = suggestions.flatMap((suggestion, rank) =>
      orElse<CitationItem[]>(
        () => {
          const { key } = suggestion;
          if ('listed' in suggestion)
            return [listedItem(suggestion.listed, rank, typed, range, written(key))];
          if (!isRead(key)) return [];
          const { hit } = suggestion;
          return [citationItem(document, hit, rank, typed, range, sources, written(key), isBesideAnother)];
        },
        () => [],
      ),
    );
    return new vscode.CompletionList(
      [...(lacking ? [lookUpItem(document, lacking, place, range)] : []), ...items],
      isIncomplete,
    );
  }

  resolveCompletionItem(item: CitationItem): CitationItem {
    const { reference } = item;
    if (reference)
      item.documentation = orElse<vscode.MarkdownString | string>(
        () => trustedMarkdown(card(reference.item)),
        () => reference.key,
      );
    return item;
  }
}

/** `@` that no bracket is open before in its line. */
function isBare(text: string, { start }: CompletionPlace): boolean {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return line.lastIndexOf('[') <= line.lastIndexOf(']');
}

/** Stays as typed until it is looked up: then the key takes its place, and the entry goes where it belongs, in one step. */
function lookUpItem(
  document: vscode.TextDocument,
  identifier: Identifier,
  { typed, start }: CompletionPlace,
  range: vscode.Range,
): CitationItem {
  return {
    label: { label: vscode.l10n.t('Look up and cite {0}', identifierLabel(identifier)) },
    kind: vscode.CompletionItemKind.Reference,
    detail: vscode.l10n.t('in the public catalogs'),
    insertText: document.getText(range),
    range,
    filterText: document.getText(range),
    sortText: sortText(0),
    command: {
      command: internalCommands.lookUpAndCite,
      title: vscode.l10n.t('Look Up and Cite'),
      arguments: [document.uri.toString(), start, typed],
    },
  };
}

/** A work that the document lists itself: nothing has to be added for it. */
function listedItem(
  { key, text }: InlineReference,
  rank: number,
  typed: string,
  range: vscode.Range,
  written: string | vscode.SnippetString,
): CitationItem {
  return {
    label: { label: plainText(key), detail: `  ${plainText(text)}` },
    kind: vscode.CompletionItemKind.Reference,
    detail: vscode.l10n.t('listed in this document'),
    documentation: text,
    insertText: written,
    range,
    filterText: filterText(typed, key, text),
    sortText: sortText(rank),
  };
}

/** The order of the list, which rows of other extensions are sorted into: by their labels, mostly. */
const sortText = (rank: number, isBehindOthers = false) =>
  (isBehindOthers ? '\uffff' : '') + String(rank).padStart(4, '0');

function citationItem(
  document: vscode.TextDocument,
  { reference, cited, sentence }: SearchHit,
  rank: number,
  typed: string,
  range: vscode.Range,
  sources: readonly string[],
  written: string | vscode.SnippetString,
  isBehindOthers: boolean,
): CitationItem {
  const { item, key } = reference;
  const isInBibliography = isInSources(reference, sources);
  const marks = [
    cited && vscode.l10n.t('cited in this document'),
    !isInBibliography && vscode.l10n.t('not in the bibliography yet'),
  ];
  return {
    reference,
    label: suggestionLabel({ key, item, ...(sentence && { sentence: sentence.text }) }, typed),
    kind: vscode.CompletionItemKind.Reference,
    detail: marks.filter(Boolean).join(' · '),
    insertText: written,
    range,
    filterText:
      (isBehindOthers ? behind : '') +
      filterText(typed, key, [authorsInFull(item), titleOf(item)].filter(Boolean).join(' ')),
    sortText: sortText(rank, isBehindOthers),
    command: {
      command: internalCommands.citationAccepted,
      title: vscode.l10n.t('Add to Bibliography'),
      arguments: [idOf(reference), document.uri.toString()],
    },
  };
}

/** VS Code scores what matches by one less for each letter that is passed over, wherever others have the key in what is compared. */
const behind = ' '.repeat(60);

/**
 * What VS Code filters and scores by as one types on: what is typed now fits every item alike, which leaves the order to `sortText`, and
 * a key that begins so goes on fitting best.
 */
function filterText(typed: string, key: string, more: string): string {
  if (beginsWith(key, typed)) return `${typed}${key.slice(typed.length)} ${more}`;
  return [typed, key, more].filter(Boolean).join(' ');
}

/** The key as it is written there, with what its group lacks behind the cursor. */
function insertion(written: string, { groupEnd }: CompletionPlace): string | vscode.SnippetString {
  return groupEnd
    ? new vscode.SnippetString().appendText(written).appendTabstop(0).appendText(groupEnd)
    : written;
}
