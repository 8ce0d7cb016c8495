import * as vscode from 'vscode';

/** Every command that package.json declares. The second group takes a reference, see `ReferenceArgument`. */
export const commands = {
  search: 'literature.search',
  searchSeveral: 'literature.searchSeveral',
  citeSentence: 'literature.citeSentence',
  citeWithDetails: 'literature.citeWithDetails',
  takeInText: 'literature.takeInText',
  previewAbstract: 'literature.previewAbstract',
  findSupport: 'literature.findSupport',
  nextPlaceholder: 'literature.nextPlaceholder',
  showEvidence: 'literature.showEvidence',
  reportEvidence: 'literature.reportEvidence',
  showMap: 'literature.showMap',
  nextCitedPlace: 'literature.nextCitedPlace',
  fixCited: 'literature.fixCited',
  citeRelated: 'literature.citeRelated',
  pinRelated: 'literature.pinRelated',
  unpinRelated: 'literature.unpinRelated',
  addBibliography: 'literature.addBibliography',
  showBibliographies: 'literature.showBibliographies',
  copyCited: 'literature.copyCited',
  insertCited: 'literature.insertCited',
  filterLibrary: 'literature.filterLibrary',
  showLog: 'literature.showLog',
  reportIssue: 'literature.reportIssue',
  clearFilter: 'literature.clearFilter',
  groupByTopic: 'literature.groupByTopic',
  groupByCollection: 'literature.groupByCollection',
  groupByYear: 'literature.groupByYear',
  groupByVenue: 'literature.groupByVenue',
  groupByLetter: 'literature.groupByLetter',
  groupBySource: 'literature.groupBySource',
  sortByAuthor: 'literature.sortByAuthor',
  sortByYear: 'literature.sortByYear',
  sortByAdded: 'literature.sortByAdded',
  refreshLibrary: 'literature.refreshLibrary',
  useZotero: 'literature.useZotero',
  stopZotero: 'literature.stopZotero',
  showCollection: 'literature.showCollection',
  hideCollection: 'literature.hideCollection',
  addByIdentifier: 'literature.addByIdentifier',
  setServiceKey: 'literature.setServiceKey',
  clearCaches: 'literature.clearCaches',
  chooseStyle: 'literature.chooseStyle',

  insertCitation: 'literature.insertCitation',
  openAbstract: 'literature.openAbstract',
  copyKey: 'literature.copyKey',
  copyBibtex: 'literature.copyBibtex',
  copyReference: 'literature.copyReference',
  openOnWeb: 'literature.openOnWeb',
  openPaper: 'literature.openPaper',
  goToEntry: 'literature.goToEntry',
  showInZotero: 'literature.showInZotero',
  findRelated: 'literature.findRelated',
  addToBibliography: 'literature.addToBibliography',
  listReferences: 'literature.listReferences',
  updateFromCatalogs: 'literature.updateFromCatalogs',
  listCitedBy: 'literature.listCitedBy',
} as const;

export type CommandId = (typeof commands)[keyof typeof commands];

/** Commands that only our own items run; package.json does not declare them. */
export const internalCommands = {
  citationAccepted: 'literature.internal.citationAccepted',
  addLocator: 'literature.internal.addLocator',
  lookUpAndCite: 'literature.internal.lookUpAndCite',
  citeInstead: 'literature.internal.citeInstead',
  citeAsWell: 'literature.internal.citeAsWell',
  showCited: 'literature.internal.showCited',
} as const;

export type InternalCommandId = (typeof internalCommands)[keyof typeof internalCommands];

export const views = {
  library: 'literature.library',
  cited: 'literature.cited',
  related: 'literature.related',
} as const;

/** Keys of `setContext`, which `when` clauses in package.json read. */
export const contextKeys = {
  filtered: 'literature.filtered',
  loaded: 'literature.loaded',
  relatedPinned: 'literature.relatedPinned',
  searching: 'literature.searching',
} as const;

export function setContext(key: (typeof contextKeys)[keyof typeof contextKeys], value: unknown): void {
  void vscode.commands.executeCommand('setContext', key, value);
}

/** A link that runs a command, for Markdown that is trusted with it. Everything in the arguments is encoded. */
export function commandLink(command: CommandId | InternalCommandId, ...args: readonly unknown[]): string {
  // Parentheses survive encodeURIComponent and would end a Markdown link.
  const query = encodeURIComponent(JSON.stringify(args)).replace(/[()]/g, paren =>
    paren === '(' ? '%28' : '%29',
  );
  return `command:${command}?${query}`;
}
