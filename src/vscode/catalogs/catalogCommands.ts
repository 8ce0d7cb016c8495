import * as vscode from 'vscode';
import type { LibraryService } from '../../core/library/libraryService';
import { itemIdentifiers } from '../../core/model/identifiers/itemIdentifiers';
import { formOf } from '../citing/citationDetails';
import { commands, internalCommands } from '../commands';
import type { InsertionTargets } from '../documents/insertionTarget';
import { bibliographyDocuments } from '../documents/languages';
import { notify } from '../notify';
import type { ReferenceChooser } from '../references/referenceChooser';
import { registerCommand } from '../registerCommand';
import type { LibrarySearch } from '../search/librarySearch';
import type { CatalogCiter } from './catalogCiter';
import type { CatalogDesk } from './catalogDesk';
import type { StyleChooser } from './chooseStyle';
import { foundReference } from './foundReference';
import type { FoundWorks } from './foundWorks';
import type { ServiceKeys } from './serviceKeys';
import { type CatalogUpdate, inBibliography } from './updateFromCatalogs';

export interface CatalogCommandParts {
  readonly desk: CatalogDesk;
  readonly citer: CatalogCiter;
  readonly update: CatalogUpdate;
  readonly styles: StyleChooser;
  readonly keys: ServiceKeys;
  readonly library: LibraryService;
  readonly targets: InsertionTargets;
  readonly chooser: ReferenceChooser;
  readonly search: LibrarySearch;
  readonly found: FoundWorks;
}

/** The commands that ask the public catalogs. */
export function registerCatalogCommands(parts: CatalogCommandParts): vscode.Disposable {
  const { desk, citer, update, keys, targets, chooser } = parts;
  return vscode.Disposable.from(
    registerCommand(commands.addByIdentifier, (text?: unknown) =>
      citer.addByIdentifier(targets.current(), typeof text === 'string' ? text : undefined),
    ),
    registerCommand(commands.listReferences, (argument?: unknown, selected?: unknown) =>
      list(parts, 'references', argument, selected),
    ),
    registerCommand(commands.listCitedBy, (argument?: unknown, selected?: unknown) =>
      list(parts, 'citations', argument, selected),
    ),
    registerCommand(commands.updateFromCatalogs, async (argument?: unknown, selected?: unknown) => {
      const editor = vscode.window.activeTextEditor;
      if (argument === undefined && editor && vscode.languages.match(bibliographyDocuments, editor.document))
        return update.updateEditor(editor);
      const [reference] = await chooser.choose(argument, selected, vscode.l10n.t('Update from Catalogs'));
      const place = reference && inBibliography(reference);
      if (place) await update.update(place.uri, [place.reference]);
      else if (reference)
        void notify.warning(vscode.l10n.t('{0} is in no file that could be updated.', reference.key));
    }),
    registerCommand(commands.chooseStyle, () => parts.styles.choose()),
    registerCommand(commands.setServiceKey, () => keys.set(service => desk.reaches(service))),
    registerCommand(internalCommands.lookUpAndCite, (uri: string, start: number, written: string) =>
      citer.replaceKey(vscode.Uri.parse(uri, true), start, written),
    ),
    desk,
    keys,
  );
}

/** What a work refers to, or what cites it, in the list of the search, to be cited from there. */
async function list(
  parts: CatalogCommandParts,
  direction: 'references' | 'citations',
  argument: unknown,
  selected: unknown,
): Promise<void> {
  const { desk, citer, library, targets, chooser, search } = parts;
  const obstacle = desk.obstacle();
  if (obstacle) return void notify.warning(obstacle);
  const target = targets.current();
  const title =
    direction === 'references' ? vscode.l10n.t('References of This Paper') : vscode.l10n.t('Cited By');
  const [reference] = await chooser.choose(argument, selected, title);
  if (!reference) return;
  const identifiers = itemIdentifiers(reference.item);
  if (identifiers.length === 0)
    return void notify.warning(
      vscode.l10n.t('{0} has neither DOI nor arXiv id to look it up by.', reference.key),
    );
  const works = await notify.progress(`${title}: ${reference.key}`, signal =>
    desk.connected({ identifiers }, direction, signal),
  );
  if (!works) return;
  if (works.length === 0)
    return void notify.information(
      direction === 'references'
        ? vscode.l10n.t('No service knows what it refers to.')
        : vscode.l10n.t('No service knows who cites it.'),
    );
  const found = await Promise.all(works.map(work => foundReference(work, library)));
  for (const { reference: one, work } of found) parts.found.list(one, work);
  const hits = found.map(({ reference: one, notes }) => ({ reference: one, note: notes.join(' · ') }));
  const picked = await search.pick({
    title: `${title}: ${reference.key}`,
    several: 'possible',
    target,
    listed: { heading: title, hits },
  });
  if (picked) await citer.cite(picked.references, target, formOf(picked, target));
}
