import * as vscode from 'vscode';
import { citingPlaceOfSentence, sentenceAt } from '../../core/citing/place/sentenceAt';
import type { LibraryService } from '../../core/library/libraryService';
import type { CatalogCiter } from '../catalogs/catalogCiter';
import { askForDetails, formOf } from '../citing/citationDetails';
import type { CitationInserter } from '../citing/citationInserter';
import { commands } from '../commands';
import type { CitingDocuments } from '../documents/citingDocuments';
import type { InsertionTarget, InsertionTargets } from '../documents/insertionTarget';
import { nameOf } from '../documents/nameOf';
import { sayNoDocument } from '../documents/noDocument';
import type { ReferenceChooser } from '../references/referenceChooser';
import { registerCommand } from '../registerCommand';
import type { LibrarySearch } from './librarySearch';
import type { Picked } from './pickRequest';
import { previewAbstracts, takeInOtherForm } from './referencePick';

/** How many related papers are worth a look. */
const relatedShown = 20;

export interface SearchCommandParts {
  readonly library: LibraryService;
  readonly documents: CitingDocuments;
  readonly targets: InsertionTargets;
  readonly search: LibrarySearch;
  readonly inserter: CitationInserter;
  readonly citer: CatalogCiter;
  readonly chooser: ReferenceChooser;
}

/** The commands that end in a citation: each remembers where the writer was before it asks. */
export function registerSearchCommands(parts: SearchCommandParts): vscode.Disposable {
  const { library, documents, targets, search, inserter, citer, chooser } = parts;

  const cite = async (target: InsertionTarget | undefined, picked: Picked | undefined) => {
    if (picked?.references.length) await citer.cite(picked.references, target, formOf(picked, target));
  };

  const searchFor = async (query: unknown, several: 'now' | 'possible') => {
    const target = targets.current();
    const title = target ? citeIn(vscode.l10n.t('Cite'), target) : vscode.l10n.t('Search the Library');
    const asked = typeof query === 'string' ? { query } : {};
    await cite(target, await search.pick({ title, several, target, ...asked }));
  };

  const citeSentence = async () => {
    const target = targets.current();
    if (!target) return sayNoDocument(vscode.l10n.t('to cite in'));
    const query = sentenceOf(documents, target);
    const place = behindSentences(documents, targets, target);
    await cite(
      place,
      await search.pick({
        title: citeIn(vscode.l10n.t('Cite for This Sentence'), target),
        several: 'possible',
        target: place,
        query,
        isSentence: true,
      }),
    );
  };

  const citeWithDetails = async () => {
    const target = targets.current();
    if (!target) return sayNoDocument(vscode.l10n.t('to cite in'));
    const picked = await search.pick({
      title: citeIn(vscode.l10n.t('Cite with Form and Locator'), target),
      several: 'possible',
      target,
    });
    if (!picked) return;
    const details = await askForDetails(documents, target, picked.references);
    if (details) await inserter.insert(picked.references, target, details);
  };

  const findRelated = async (argument: unknown, selected: unknown) => {
    const target = targets.current();
    const [reference] = await chooser.choose(argument, selected, vscode.l10n.t('Find Related Papers'));
    if (!reference) return;
    const initial = async () => {
      const related = await library.related(reference.key, relatedShown);
      return { hits: related.map(one => ({ reference: one, score: 0, titleMatches: [] })) };
    };
    const title = vscode.l10n.t('Related to {0}', reference.key);
    await cite(target, await search.pick({ title, several: 'possible', target, initial }));
  };

  return vscode.Disposable.from(
    registerCommand(commands.search, query => searchFor(query, 'possible')),
    registerCommand(commands.searchSeveral, query => searchFor(query, 'now')),
    registerCommand(commands.takeInText, takeInOtherForm),
    registerCommand(commands.previewAbstract, previewAbstracts),
    registerCommand(commands.citeSentence, citeSentence),
    registerCommand(commands.citeWithDetails, citeWithDetails),
    registerCommand(commands.findRelated, findRelated),
    registerCommand(commands.insertCitation, async (argument?: unknown, selected?: unknown) => {
      const target = targets.current();
      await cite(target, {
        references: await chooser.choose(argument, selected, vscode.l10n.t('Insert Citation')),
      });
    }),
  );
}

/** Says in which document will be cited. */
function citeIn(what: string, { document }: InsertionTarget): string {
  return vscode.l10n.t('{0} in {1}', what, nameOf(document.uri));
}

/** What is selected, else the sentence at the cursor. */
function sentenceOf(documents: CitingDocuments, { document, selections }: InsertionTarget): string {
  const [selection] = selections;
  if (!selection) return '';
  if (!selection.isEmpty) return document.getText(selection).replace(/\s+/g, ' ').trim();
  const parsed = documents.citationsOf(document);
  return parsed ? sentenceAt(document.getText(), document.offsetAt(selection.active), parsed) : '';
}

/** Where each sentence that a cursor is in is cited; behind what is selected. */
function behindSentences(
  documents: CitingDocuments,
  targets: InsertionTargets,
  target: InsertionTarget,
): InsertionTarget {
  const { document } = target;
  const parsed = documents.citationsOf(document);
  if (!parsed) return target;
  const selections = target.selections.map(selection => {
    if (!selection.isEmpty) return selection;
    const offset = document.offsetAt(selection.active);
    const place = document.positionAt(citingPlaceOfSentence(document.getText(), offset, parsed));
    return new vscode.Selection(place, place);
  });
  return targets.at(document, selections, target.viewColumn);
}
