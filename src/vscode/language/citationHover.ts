import * as vscode from 'vscode';
import type { CitedKey, DocumentCitations } from '../../core/citing/citation';
import { citationAt, citedKeyAt } from '../../core/citing/citationAt';
import { card } from '../../core/display/card';
import { linksOf } from '../../core/display/links';
import { shortReference } from '../../core/display/shortReference';
import { escapeMarkdown } from '../../core/display/text/escapeMarkdown';
import { definedReferences } from '../../core/library/documents/definedReferences';
import { type InlineReference, inlineReferences } from '../../core/library/documents/inlineReferences';
import { isInSources } from '../../core/library/documents/isInSources';
import { areMentions } from '../../core/library/documents/mentions';
import type { LibraryReference, LibraryService } from '../../core/library/libraryService';
import { orElse } from '../../core/util/orElse';
import { commandLink, commands } from '../commands';
import type { CitingDocuments } from '../documents/citingDocuments';
import { citingDocuments } from '../documents/languages';
import { notebookOf, partsOf } from '../documents/notebooks';
import { rangeOf } from '../documents/textEdits';
import type { BibliographyTargets } from '../entries/bibliographyTargets';
import { isGivenByAnother } from '../otherExtensions';
import { referenceContext } from '../papers/referenceContext';
import { idOf } from '../references/referenceId';
import { setting } from '../settings';
import { trustedMarkdown } from '../trustedMarkdown';
import { nearestReferences, wordsOf } from './citationQuickFixes';

/** How many places a hover lists of a work that is cited often. */
const placesShown = 8;

/** Over a citation key: the reference and its abstract, where else it is cited, and what can be done with it. */
export class CitationHoverProvider implements vscode.HoverProvider {
  static register(...parts: ConstructorParameters<typeof CitationHoverProvider>): vscode.Disposable {
    return vscode.languages.registerHoverProvider(citingDocuments, new CitationHoverProvider(...parts));
  }

  constructor(
    private readonly documents: CitingDocuments,
    private readonly library: LibraryService,
    private readonly places: BibliographyTargets,
  ) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    if (!setting('hover.enabled', true, document)) return undefined;
    const reading = await this.documents.citationsInProject(document);
    const cited = reading && citedKeyAt(reading, document.offsetAt(position));
    if (!cited || cited.crossReference) return undefined;
    const applied = await this.documents.bibliographiesOf(document);
    const { sources, definedKeys } = applied;
    const defined = (await definedReferences(this.library, [cited.key], applied)).get(cited.key);
    const reference = defined ?? (await this.library.find([cited.key], sources))[0];
    if (token.isCancellationRequested) return undefined;
    // Of a person there is nothing to say; who is named as a paper is, is one.
    if (!reference && areMentions(reading, applied)) return undefined;
    // The abstract, and what to do with it, is what others do not show.
    const isBeside = defined !== undefined && isGivenByAnother('hover', document);
    if (isBeside && !defined.item.abstract) return undefined;
    const isCitable = reference && isInSources(reference, sources);
    const listed = isCitable ? undefined : this.listedIn(document, cited.key);
    if (!reference && !listed && definedKeys.has(cited.key)) return undefined;
    const text = listed
      ? listedInDocument(listed)
      : reference
        ? await this.known(document, reference, { isInBibliography: defined !== undefined, isBeside }, cited)
        : await this.unknown(document, cited, sources);
    const isSaid = reference && citationAt(reading, document.offsetAt(position))?.key;
    const says = isSaid && commandLink(commands.showEvidence, document.uri.toString(), cited.start);
    if (token.isCancellationRequested) return undefined;
    const contents = [
      text,
      notebookOf(document)
        ? this.placesInNotebook(document, cited.key)
        : placesOf(document, reading, cited.key),
      says && `[${vscode.l10n.t('Show What It Says of This Sentence')}](${says})`,
    ]
      .filter(Boolean)
      .join('\n\n');
    return new vscode.Hover(trustedMarkdown(contents), rangeOf(document, cited.start, cited.end));
  }

  /** A work that the document lists itself: of a notebook any of its cells. */
  private listedIn(document: vscode.TextDocument, key: string): ListedReference | undefined {
    for (const part of partsOf(document)) {
      const reading = this.documents.citationsOf(part);
      const reference = reading && inlineReferences(part, reading).find(one => one.key === key);
      if (reference) return { document: part, reference };
    }
    return undefined;
  }

  /** `Cited 3 times in this notebook: cells 4, 5`. */
  private placesInNotebook(document: vscode.TextDocument, key: string): string {
    const cells = partsOf(document).flatMap((cell, index) =>
      (this.documents.citationsOf(cell)?.citations ?? [])
        .flatMap(({ keys }) => keys.filter(cited => cited.key === key))
        .map(() => index + 1),
    );
    if (cells.length < 2) return '';
    const distinct = [...new Set(cells)];
    const more = distinct.length > placesShown ? ', …' : '';
    const shown = distinct.slice(0, placesShown).join(', ');
    return vscode.l10n.t('Cited {0} times in this notebook: cell {1}{2}', cells.length, shown, more);
  }

  private async known(
    document: vscode.TextDocument,
    reference: LibraryReference,
    { isInBibliography, isBeside }: { readonly isInBibliography: boolean; readonly isBeside: boolean },
    { key, locator }: CitedKey,
  ): Promise<string> {
    const id = idOf(reference);
    const open = commandLink(commands.openAbstract, id);
    const add = commandLink(commands.addToBibliography, { ...id, key }, document.uri.toString());
    const options = () => ({
      isBeside,
      more: { label: vscode.l10n.t('more'), url: open },
      links: [
        { label: vscode.l10n.t('Open Abstract'), url: open },
        ...(/\bpaper\b/.test(referenceContext(reference))
          ? [{ label: vscode.l10n.t('Open Paper'), url: commandLink(commands.openPaper, { ...id, locator }) }]
          : []),
        { label: vscode.l10n.t('Cite Again'), url: commandLink(commands.insertCitation, id) },
        { label: vscode.l10n.t('Copy Key'), url: commandLink(commands.copyKey, id) },
        { label: vscode.l10n.t('Copy BibTeX'), url: commandLink(commands.copyBibtex, id) },
        ...linksOf(reference.item),
      ],
    });
    const text = orElse(
      () => card(reference.item, options()),
      () => escapeMarkdown(key),
    );
    if (isInBibliography) return text;
    const only = await this.places.onlyPlace(document);
    const label = only ? vscode.l10n.t('Add to {0}', escapeMarkdown(only)) : vscode.l10n.t('Add It…');
    const lacks = vscode.l10n.t('Not in the bibliography of this document yet.');
    return `${text}\n\n${lacks} [${label}](${add})`;
  }

  private async unknown(
    document: vscode.TextDocument,
    { key, start }: CitedKey,
    sources: readonly string[],
  ): Promise<string> {
    const near = await nearestReferences(this.library, key, sources);
    const lines = near.map(reference => {
      const open = commandLink(commands.openAbstract, idOf(reference));
      return `- ${escapeMarkdown(reference.key)}: [${escapeMarkdown(shortReference(reference.item))}](${open})`;
    });
    const search = commandLink(commands.search, wordsOf(key));
    const declare = commandLink(commands.addBibliography);
    const isSaid = isReported(document, document.positionAt(start));
    return [
      ...(isSaid ? [] : [vscode.l10n.t('No reference has the key {0}.', `**${escapeMarkdown(key)}**`)]),
      ...(lines.length ? [`${vscode.l10n.t('Near to it:')}\n\n${lines.join('\n')}`] : []),
      `[${vscode.l10n.t('Search the Library')}](${search}) · [${vscode.l10n.t('Add a Bibliography')}](${declare})`,
    ].join('\n\n');
  }
}

/** Whether a problem, which VS Code shows above, says already that nothing defines the key. */
function isReported(document: vscode.TextDocument, position: vscode.Position): boolean {
  return vscode.languages
    .getDiagnostics(document.uri)
    .some(({ code, range }) => code === 'undefined-key' && range.contains(position));
}

interface ListedReference {
  readonly document: vscode.TextDocument;
  readonly reference: InlineReference;
}

/** A work that the document lists itself, as it is listed there. */
function listedInDocument({ document, reference: { item, text, start } }: ListedReference): string {
  const said = item ? card(item) : escapeMarkdown(text);
  const place = vscode.l10n.t('Listed in this document, line {0}', document.positionAt(start).line + 1);
  return `${said}\n\n${place}`;
}

/** `Cited 3 times here: line 4, 20, 31`, with links where the document is a file. */
function placesOf(document: vscode.TextDocument, { citations }: DocumentCitations, key: string): string {
  const lines = citations
    .flatMap(({ keys }) => keys.filter(cited => cited.key === key))
    .map(({ start }) => document.positionAt(start).line + 1);
  if (lines.length < 2) return '';
  const links = lines
    .slice(0, placesShown)
    .map(line =>
      document.isUntitled ? `${line}` : `[${line}](${document.uri.with({ fragment: `L${line}` })})`,
    );
  const more = lines.length > placesShown ? ', …' : '';
  return vscode.l10n.t('Cited {0} times in this document: line {1}{2}', lines.length, links.join(', '), more);
}
