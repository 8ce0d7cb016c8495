import * as vscode from 'vscode';
import { titleOf } from '../../core/display/describe';
import {
  type CitedRow,
  citationEvidencePage,
  evidenceReport,
} from '../../core/display/evidence/evidencePage';
import { verdictOf, weakestFirst } from '../../core/display/evidence/verdict';
import type { Link } from '../../core/display/links';
import { shortReference } from '../../core/display/shortReference';
import type { LibraryReference } from '../../core/library/libraryService';
import type { CitationInserter } from '../citing/citationInserter';
import { commandLink, commands, internalCommands } from '../commands';
import type { CitingDocuments } from '../documents/citingDocuments';
import type { InsertionTargets } from '../documents/insertionTarget';
import { nameOf } from '../documents/nameOf';
import { rangeOf } from '../documents/textEdits';
import { openDocument } from '../files/fileDocument';
import { notify } from '../notify';
import type { ReferenceChooser } from '../references/referenceChooser';
import { idOf, referenceIds } from '../references/referenceId';
import { registerCommand } from '../registerCommand';
import type { CitationEvidence, CitedEvidence } from './citationEvidence';
import { EvidencePanel } from './evidencePanel';

export interface EvidenceParts {
  readonly evidence: CitationEvidence;
  readonly documents: CitingDocuments;
  readonly targets: InsertionTargets;
  readonly chooser: ReferenceChooser;
  readonly inserter: CitationInserter;
}

/** “Show What It Says” at a citation, the report of all citations of a document, and what their pages' links run. */
export function registerEvidence(parts: EvidenceParts): vscode.Disposable {
  const page = new EvidencePanel('literature.evidence', vscode.ViewColumn.Beside);
  const report = new EvidencePanel('literature.evidenceReport', vscode.ViewColumn.Active);
  return vscode.Disposable.from(
    page,
    report,
    registerCommand(commands.showEvidence, (place?: unknown, offset?: unknown) =>
      show(parts, page, ...placeIn(place, offset)),
    ),
    registerCommand(commands.reportEvidence, () => showReport(parts, report)),
    registerCommand(internalCommands.showCited, (uri: unknown, offset: unknown, key: unknown) =>
      withCited(parts, uri, offset, key, async (document, cited) => {
        const selection = rangeOf(document, cited.start, cited.end);
        await vscode.window.showTextDocument(document, { selection, viewColumn: columnOf(document) });
      }),
    ),
    registerCommand(
      internalCommands.citeInstead,
      (uri: unknown, offset: unknown, key: unknown, id: unknown) =>
        withCited(parts, uri, offset, key, async (document, cited) => {
          const [reference] = await parts.chooser.find(referenceIds(id));
          const place = parts.targets.at(document, [caretAt(document, cited.start)], columnOf(document));
          if (reference) await parts.inserter.replace(cited.key, reference, place);
        }),
    ),
    registerCommand(internalCommands.citeAsWell, (uri: unknown, offset: unknown, key: unknown, id: unknown) =>
      withCited(parts, uri, offset, key, async (document, cited) => {
        const references = await parts.chooser.find(referenceIds(id));
        const place = parts.targets.at(document, [caretAt(document, cited.end)], columnOf(document));
        if (references.length) await parts.inserter.insert(references, place);
      }),
    ),
  );
}

/** A place as links name it, or as a row of the cited view is one. */
function placeIn(place: unknown, offset: unknown): [uri: unknown, offset: unknown] {
  if (typeof place !== 'object' || place === null) return [place, offset];
  const { uri, start } = place as { readonly uri?: unknown; readonly start?: unknown };
  return [uri instanceof vscode.Uri ? String(uri) : undefined, start];
}

/** Gives what it shows, for others who run the command. */
async function show(
  { evidence, targets }: EvidenceParts,
  page: EvidencePanel,
  uri: unknown,
  offset: unknown,
) {
  const target = targets.current();
  const document = typeof uri === 'string' ? await opened(uri) : target?.document;
  const place = typeof offset === 'number' ? offset : (target?.cursors()[0] ?? 0);
  const reading = vscode.l10n.t('Reading what is cited…');
  const cited = document ? await notify.busy(reading, evidence.at(document, place)) : [];
  if (!document || !cited.length) {
    void notify.information(
      document
        ? vscode.l10n.t('Put the cursor on a citation first.')
        : vscode.l10n.t('Open a Markdown, LaTeX or Typst document, and put the cursor on a citation.'),
    );
    return undefined;
  }
  const better = await notify.busy(reading, evidence.better(document, cited));
  const [first] = cited;
  const candidates = better.map(({ reference, sentence }) => {
    const args = [String(document.uri), first!.cited.start, first!.cited.key, idOf(reference)] as const;
    return {
      work: workOf(reference),
      sentence,
      links: [
        { label: vscode.l10n.t('Cite Instead'), url: commandLink(internalCommands.citeInstead, ...args) },
        { label: vscode.l10n.t('Cite as Well'), url: commandLink(internalCommands.citeAsWell, ...args) },
        openLink(reference),
      ],
    };
  });
  const rows = cited.map(rowOf);
  page.show(
    vscode.l10n.t('What It Says'),
    citationEvidencePage({ claim: first!.written, cited: rows, better: candidates }),
  );
  return {
    claim: first!.claim,
    cited: cited.map(one => ({ key: one.cited.key, verdict: verdictOf(one), sentence: one.sentence })),
    better: better.map(({ reference, sentence }) => ({ key: reference.key, sentence })),
  };
}

async function showReport({ evidence, documents, targets }: EvidenceParts, page: EvidencePanel) {
  const document = targets.current()?.document;
  if (!document || !documents.citationsOf(document)) {
    void notify.information(
      vscode.l10n.t('Open a Markdown, LaTeX or Typst document to see what its citations say.'),
    );
    return undefined;
  }
  const name = nameOf(document.uri);
  const found = await notify.progress(vscode.l10n.t('Reading What Citations Say'), (signal, report) =>
    evidence.ofAll(document, (done, total) => {
      report(done, total);
      return !signal.aborted;
    }),
  );
  if (!found) return undefined;
  if (!found.length) {
    void notify.information(vscode.l10n.t('{0} cites nothing yet.', name));
    return undefined;
  }
  const sorted = found.sort(weakestFirst);
  const rows = sorted.map(one => ({
    ...rowOf(one),
    claim: one.written,
    place: {
      label: vscode.l10n.t('Line {0}', document.positionAt(one.cited.start).line + 1),
      url: commandLink(internalCommands.showCited, String(document.uri), one.cited.start, one.cited.key),
    },
    links: [
      {
        label: one.reference ? vscode.l10n.t('Find Better') : vscode.l10n.t('Find Others'),
        url: commandLink(commands.showEvidence, String(document.uri), one.cited.start),
      },
      ...(one.reference ? [openLink(one.reference)] : []),
    ],
  }));
  page.show(vscode.l10n.t('What the Citations of {0} Say', name), evidenceReport(name, rows));
  return sorted.map(one => ({ key: one.cited.key, verdict: verdictOf(one), sentence: one.sentence }));
}

function rowOf({ cited, reference, isUnknown, sentence, nearness }: CitedEvidence): CitedRow {
  return {
    key: cited.key,
    work: reference ? workOf(reference) : cited.key,
    links: reference ? [openLink(reference)] : [],
    ...(isUnknown && { isUnknown }),
    ...(sentence !== undefined && { sentence }),
    ...(nearness !== undefined && { nearness }),
  };
}

function workOf({ item }: LibraryReference): string {
  return `${shortReference(item)} · ${titleOf(item)}`;
}

function openLink(reference: LibraryReference): Link {
  return { label: vscode.l10n.t('Open Abstract'), url: commandLink(commands.openAbstract, idOf(reference)) };
}

/** Runs for the place of a key that is nearest to where it stood when the page was made. */
async function withCited(
  { documents }: EvidenceParts,
  uri: unknown,
  offset: unknown,
  key: unknown,
  run: (document: vscode.TextDocument, cited: { start: number; end: number; key: string }) => Promise<void>,
): Promise<void> {
  if (typeof uri !== 'string' || typeof offset !== 'number' || typeof key !== 'string') return;
  const document = await opened(uri);
  const parsed = document && (await documents.citationsInProject(document));
  const [nearest] = (parsed?.citations ?? [])
    .flatMap(({ keys }) => keys.filter(cited => cited.key === key))
    .sort((a, b) => Math.abs(a.start - offset) - Math.abs(b.start - offset));
  if (document && nearest) await run(document, nearest);
  else void notify.information(vscode.l10n.t('“{0}” is not cited there any more.', key));
}

async function opened(uri: string): Promise<vscode.TextDocument | undefined> {
  const place = vscode.Uri.parse(uri);
  return openDocument(place) ?? (await vscode.workspace.openTextDocument(place));
}

function caretAt(document: vscode.TextDocument, offset: number): vscode.Selection {
  const position = document.positionAt(offset);
  return new vscode.Selection(position, position);
}

/** Where the document is shown already, so that it does not open over the page. */
function columnOf(document: vscode.TextDocument): vscode.ViewColumn {
  const shown = vscode.window.visibleTextEditors.find(editor => editor.document === document);
  return shown?.viewColumn ?? vscode.ViewColumn.One;
}
