import * as vscode from 'vscode';
import type { Identifier } from './core/model/identifiers/identifier';
import { speakBy } from './core/util/say';
import { TaskQueue } from './core/util/taskQueue';
import { EditorContext } from './vscode/agents/editorContext';
import { registerLanguageModelTools } from './vscode/agents/languageModelTools';
import { registerMcpServer } from './vscode/agents/mcpServer';
import { registerBibliographyFeatures } from './vscode/bibliographyFile/bibliographyFeatures';
import { CatalogCache } from './vscode/catalogs/catalogCache';
import { CatalogCiter } from './vscode/catalogs/catalogCiter';
import { registerCatalogCommands } from './vscode/catalogs/catalogCommands';
import { CatalogDesk } from './vscode/catalogs/catalogDesk';
import { registerCatalogPaste } from './vscode/catalogs/catalogPaste';
import { CatalogSearch } from './vscode/catalogs/catalogSearch';
import { StyleChooser } from './vscode/catalogs/chooseStyle';
import { lookUpDropped } from './vscode/catalogs/droppedIdentifier';
import { FirstRequest } from './vscode/catalogs/firstRequest';
import { FoundWorks } from './vscode/catalogs/foundWorks';
import { ServiceKeys } from './vscode/catalogs/serviceKeys';
import { CatalogUpdate } from './vscode/catalogs/updateFromCatalogs';
import { CitedView } from './vscode/cited/citedView';
import { AfterInsert } from './vscode/citing/afterInsert';
import { CitationDropProvider } from './vscode/citing/citationDrop';
import { CitationInserter } from './vscode/citing/citationInserter';
import { registerCitationPaste } from './vscode/citing/citationPaste';
import { registerCitingCommands } from './vscode/citing/citingCommands';
import { dropOnLibrary } from './vscode/citing/dropOnLibrary';
import { PastedReferences } from './vscode/citing/pastedReferences';
import { registerClearCaches } from './vscode/clearCaches';
import { ResolutionChanges } from './vscode/documents/changes/resolutionChanges';
import { DocumentBibliographies } from './vscode/documents/documentBibliographies';
import { DocumentCitationsCache } from './vscode/documents/documentCitations';
import { Documents } from './vscode/documents/documents';
import { InsertionTargets } from './vscode/documents/insertionTarget';
import { RecentReferences } from './vscode/documents/recentReferences';
import { TypingPlace } from './vscode/documents/typingPlace';
import { AddToBibliography } from './vscode/entries/addToBibliography';
import { AnsweredPlaces } from './vscode/entries/answeredPlaces';
import { BibliographyTargets } from './vscode/entries/bibliographyTargets';
import { BibliographyDropProvider } from './vscode/entries/dropOnBibliography';
import { EntryPlanner } from './vscode/entries/entryPlanner';
import { EntryWriter } from './vscode/entries/entryWriter';
import { WriteGate } from './vscode/entries/writeGate';
import { CitationEvidence } from './vscode/evidence/citationEvidence';
import { registerEvidence } from './vscode/evidence/evidenceCommands';
import { saveWhatIsUndone } from './vscode/files/savedEdits';
import { FormatterHost } from './vscode/formatting/formatterHost';
import { registerHelpCommands } from './vscode/help/helpCommands';
import { CitationCompletionProvider } from './vscode/language/citationCompletion';
import { CitationHoverProvider } from './vscode/language/citationHover';
import { registerLanguageFeatures } from './vscode/language/languageFeatures';
import { afterRead } from './vscode/library/afterRead';
import { lazyStart } from './vscode/library/lazyStart';
import { LibraryCaches } from './vscode/library/libraryCache';
import { LibraryWorkerHost } from './vscode/library/libraryWorkerHost';
import { registerUnderstanding } from './vscode/library/understanding';
import { LibraryMap } from './vscode/map/libraryMap';
import { registerPaperCommands } from './vscode/papers/paperCommands';
import { PaperFinder } from './vscode/papers/paperFinder';
import { PreviewCitations } from './vscode/preview/previewCitations';
import { PreviewFormatting } from './vscode/preview/previewFormatting';
import { BibliographyProblems } from './vscode/problems';
import { AbstractEditor } from './vscode/references/abstractEditor';
import { styledReference } from './vscode/references/copyReferences';
import { ReferenceChooser } from './vscode/references/referenceChooser';
import { registerReferenceCommands } from './vscode/references/referenceCommands';
import { registerCiteRelated } from './vscode/related/citeRelated';
import { RelatedView } from './vscode/related/relatedView';
import { LibrarySearch } from './vscode/search/librarySearch';
import { registerSearchCommands } from './vscode/search/searchCommands';
import { settings } from './vscode/settings';
import { BibliographySources } from './vscode/sources/bibliographySources';
import { CollectionSwitch } from './vscode/sources/collectionSwitch';
import { ConfiguredSources } from './vscode/sources/configuredSources';
import { settingUris } from './vscode/sources/settingUris';
import { registerSourceCommands } from './vscode/sources/sourceCommands';
import { ZoteroSources } from './vscode/sources/zotero/zoteroSources';
import { StatusItem } from './vscode/statusItem';
import { DocumentPlaceholders } from './vscode/support/documentPlaceholders';
import { registerSupport } from './vscode/support/supportCommands';
import { focusedRows } from './vscode/tree/focusedRows';
import { LibraryView } from './vscode/tree/libraryView';

export { runInNode } from './vscode/node/nodeParts';

/** How long those who ask once wait for a library that is being read, in milliseconds: a writer at the keyboard, and an agent. */
const longestWaits = { writers: 2000, agents: 30_000 };

/** Makes the parts and joins them. Returns at once: nothing is read before something is asked. VS Code's Markdown preview takes what it returns. */
export function activate(context: vscode.ExtensionContext): Pick<PreviewCitations, 'extendMarkdownIt'> {
  const { extension, extensionUri, storageUri, workspaceState, globalState } = context;
  speakBy(vscode.l10n.t);
  const register = (...parts: vscode.Disposable[]) => void context.subscriptions.push(...parts);
  const log = vscode.window.createOutputChannel('Literature', { log: true });

  // The library and its sources
  const caches = storageUri && new LibraryCaches(storageUri, log);
  const host = new LibraryWorkerHost(extension, log, caches, settings.understands);
  const sources = new BibliographySources(host.service, log);
  const configured = new ConfiguredSources(sources, settings.bibliographies, homeFolder());
  const zotero = new ZoteroSources(host.service, settings.zotero, log);
  const library = lazyStart(host.service, () => {
    void configured.start();
    void zotero.start();
  });
  const readLibrary = afterRead(library, () => configured.start(), longestWaits.writers);
  const wholeLibrary = afterRead(
    library,
    () => Promise.all([configured.start(), zotero.start()]),
    longestWaits.agents,
  );
  const onRestart = host.onDidRestart(() => {
    void sources.reload();
    void zotero.reload();
  });
  const onGiveUp = host.onDidGiveUp(() => sources.forgetRead());
  register(log, host, sources, configured, zotero, onRestart, onGiveUp);
  register(
    registerSourceCommands(sources, zotero, () => host.retry()),
    new CollectionSwitch(library, extensionUri),
    new BibliographyProblems(library),
    new StatusItem(library),
    registerUnderstanding(library, settings.understands),
  );
  register(registerHelpCommands(extension, library, log));

  // Documents
  const citations = new DocumentCitationsCache();
  const bibliographies = new DocumentBibliographies(() => ({
    defaultBibliographies: settings
      .bibliographies()
      .default.flatMap(path => settingUris(path, homeFolder()).map(uri => uri.path)),
  }));
  const documents = new Documents(citations, bibliographies, sources);
  const targets = new InsertionTargets();
  const recent = new RecentReferences(workspaceState);
  const placeholders = new DocumentPlaceholders();
  const typing = new TypingPlace();
  register(citations, bibliographies, targets, typing);

  // Finding and citing
  const formatter = new FormatterHost(extensionUri);
  const gate = new WriteGate(workspaceState);
  const writer = new EntryWriter(extensionUri);
  const queue = new TaskQueue();
  const places = new BibliographyTargets(bibliographies, gate);
  const entries = new EntryPlanner(
    library,
    documents,
    places,
    gate,
    writer,
    sources,
    new AnsweredPlaces(workspaceState),
    queue,
  );
  const adder = new AddToBibliography(entries, places, gate, queue);
  const followUp = new AfterInsert(entries, adder, recent);
  const inserter = new CitationInserter(documents, entries, recent, queue);
  const answers = new CatalogCache(context.globalStorageUri, log);
  const keys = new ServiceKeys(context.secrets);
  const desk = new CatalogDesk(answers, keys, log, String(extension.packageJSON.version));
  const canLookUp = (identifier: Identifier) => desk.canLookUp(identifier);
  const found = new FoundWorks(globalState);
  const citer = new CatalogCiter(desk, readLibrary, documents, entries, inserter, found);
  const search = new LibrarySearch(
    library,
    documents,
    recent,
    new CatalogSearch(desk, citer, library, found),
  );
  const pasted = new PastedReferences(library);
  const dropped = lookUpDropped(desk, citer, targets, adder, dropOnLibrary(pasted, targets, adder));
  const view = new LibraryView(library, globalState, dropped);
  const related = new RelatedView(documents, library, placeholders);
  const cited = new CitedView({
    documents,
    bibliographies,
    placeholders,
    typing,
    targets,
    library,
    formatter,
    extensionUri,
  });
  const papers = new PaperFinder(library, (path, item) => zotero.attachments(path, item), homeFolder());
  const chooser = new ReferenceChooser(library, documents, search, () =>
    focusedRows([view.view, related.view, cited.view]),
  );
  register(
    view,
    registerSearchCommands({ library, documents, targets, search, inserter, citer, chooser }),
    saveWhatIsUndone(),
    registerClearCaches([caches, answers]),
    registerCatalogCommands({
      desk,
      citer,
      update: new CatalogUpdate(desk, library, gate),
      styles: new StyleChooser(desk, context.globalStorageUri),
      keys,
      library,
      targets,
      chooser,
      search,
      found,
    }),
    registerCatalogPaste(desk, citer, documents, targets),
    new FirstRequest(() => desk.isOn && !desk.inBrowser, library),
    registerLanguageModelTools(
      new EditorContext(wholeLibrary, documents, targets, formatter, extensionUri),
      inserter,
      targets,
    ),
    registerMcpServer(extension),
    registerSupport({ documents, placeholders, targets, search, inserter }),
    registerCiteRelated({ library, documents, targets, inserter, chooser }),
    registerEvidence({
      evidence: new CitationEvidence(documents, library),
      documents,
      targets,
      chooser,
      inserter,
    }),
    registerReferenceCommands(library, chooser, formatter, extensionUri),
    registerPaperCommands(library, chooser, papers),
    registerCitingCommands(chooser, targets, adder, followUp),
    registerBibliographyFeatures(library),
    AbstractEditor.register(
      library,
      found,
      reference => styledReference(formatter, extensionUri, reference),
      async reference => zotero.notes(await papers.entriesOf(reference)),
    ),
    CitationDropProvider.register(documents, chooser, entries, followUp),
    BibliographyDropProvider.register(chooser, entries),
    registerCitationPaste(documents, pasted, inserter, targets),
  );

  // In the text
  register(
    formatter,
    writer,
    CitationHoverProvider.register(documents, library, places),
    CitationCompletionProvider.register(documents, readLibrary, recent, canLookUp),
    registerLanguageFeatures({
      documents,
      bibliographies,
      library,
      places,
      gate,
      targets,
      queue,
      placeholders,
      typing,
      canLookUp,
    }),
    cited,
    related,
    new LibraryMap(library, documents, targets, extensionUri),
  );
  const preview = new PreviewCitations(
    documents,
    new PreviewFormatting(library, bibliographies, formatter, extensionUri),
    log,
    new ResolutionChanges(documents, library),
  );
  register(preview);
  return { extendMarkdownIt: preview.extendMarkdownIt };
}

/** The home folder, for `~` in settings; there is none on vscode.dev. */
function homeFolder(): vscode.Uri | undefined {
  const home = typeof process === 'undefined' ? undefined : (process.env.HOME ?? process.env.USERPROFILE);
  return home ? vscode.Uri.file(home) : undefined;
}
