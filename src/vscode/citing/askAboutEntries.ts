import * as vscode from 'vscode';

/** What the writer wants done about papers that the document's bibliography lacks. `undefined`: cite nothing after all. */
export type EntryDecision = { readonly add: vscode.Uri } | 'leave' | undefined;

export interface EntryQuestion {
  /** `Vaswani et al. 2017`, `3 of these papers`. */
  readonly what: string;
  /** Bibliographies that could take the entry, best first. */
  readonly bibliographies: readonly BibliographyChoice[];
  readonly scope: vscode.Uri;
}

export interface BibliographyChoice {
  readonly uri: vscode.Uri;
  readonly label: string;
  /** What else happens: `is made, and declared in paper.md`. */
  readonly note?: string;
}

interface Answer extends vscode.QuickPickItem {
  readonly decision: Exclude<EntryDecision, undefined>;
  readonly remember?: 'always' | 'never';
}

/** Asks in a list, so that the answer and the citation become one edit, and no hand has to leave the keys. */
export async function askAboutEntries({
  what,
  bibliographies,
  scope,
}: EntryQuestion): Promise<EntryDecision> {
  const adding = bibliographies.map(
    ({ uri, label, note }): Answer => ({
      label: `Add to ${label}`,
      ...(note && { description: note }),
      decision: { add: uri },
    }),
  );
  const [best] = bibliographies;
  const always: Answer[] = best
    ? [
        {
          label: `Always Add to the Bibliography`,
          description: 'without asking',
          decision: { add: best.uri },
          remember: 'always',
        },
      ]
    : [];
  const answers: Answer[] = [
    ...adding,
    { label: 'Cite Without Adding', decision: 'leave' },
    ...always,
    { label: 'Never Add to Bibliographies', decision: 'leave', remember: 'never' },
  ];
  const answer = await vscode.window.showQuickPick(answers, {
    title: `Not in the Bibliography Yet: ${what}`,
    placeHolder: 'What should happen to its bibliography?',
    ignoreFocusOut: true,
  });
  if (answer?.remember) await rememberAddToBibliography(answer.remember, scope);
  return answer?.decision;
}

/** Remembers the answer for this workspace, where there is one: bibliographies belong to projects. */
export async function rememberAddToBibliography(value: 'always' | 'never', scope: vscode.Uri): Promise<void> {
  const target = vscode.workspace.workspaceFolders?.length
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration('literature', scope).update('addToBibliography', value, target);
}
