import * as vscode from 'vscode';
import { bundledStyles } from '../../core/display/citationStyle/bundledStyles';
import { plainLabel } from '../../core/display/text/plainText';
import { StyleRepository, styleRepositoryBase } from '../../online/styleRepository';
import { notify } from '../notify';
import { changeSetting, settings } from '../settings';
import type { CatalogDesk } from './catalogDesk';

interface StyleRow extends vscode.QuickPickItem {
  readonly choose?: () => Promise<string | undefined>;
}

/** Choosing a citation style by its title: a bundled one, one that was fetched before, or any of the repository of CSL styles. */
export class StyleChooser {
  constructor(
    private readonly desk: CatalogDesk,
    private readonly storage: vscode.Uri,
  ) {}

  async choose(): Promise<void> {
    const kept = await this.kept();
    const rows: StyleRow[] = [
      ...bundledStyles.map(({ id, label }) => ({ label, choose: async () => id })),
      ...kept.map(({ name, uri }) => ({
        label: plainLabel(name),
        description: vscode.l10n.t('fetched before'),
        choose: async () => pathOf(uri),
      })),
      {
        label: `$(globe) ${vscode.l10n.t('Search the repository of CSL styles')}`,
        alwaysShow: true,
        choose: () => this.fromRepository(),
      },
    ];
    const chosen = await vscode.window.showQuickPick(rows, {
      title: vscode.l10n.t('Choose a Citation Style'),
      ignoreFocusOut: true,
    });
    const style = await chosen?.choose?.();
    if (!style) return;
    const target = vscode.workspace.workspaceFolders?.length
      ? vscode.ConfigurationTarget.Workspace
      : vscode.ConfigurationTarget.Global;
    await changeSetting('citationStyle', style, target);
    notify.status(vscode.l10n.t('References are formatted in this style from now on'));
  }

  /** The path of a style that is fetched and kept for the time without network. */
  private async fromRepository(): Promise<string | undefined> {
    const obstacle = this.desk.obstacle();
    if (obstacle) {
      void notify.warning(obstacle);
      return undefined;
    }
    const repository = new StyleRepository(
      this.desk.transport,
      settings.catalogs().styles || styleRepositoryBase,
    );
    const styles = await notify.progress(vscode.l10n.t('Reading the list of citation styles'), signal =>
      repository.list(signal),
    );
    if (!styles) return undefined;
    const chosen = await vscode.window.showQuickPick(
      styles.map(({ name, title }) => ({ label: plainLabel(title), description: name, name })),
      {
        title: vscode.l10n.t('Choose a Citation Style'),
        placeHolder: vscode.l10n.t('Title of a journal or style'),
        matchOnDescription: true,
        ignoreFocusOut: true,
      },
    );
    if (!chosen) return undefined;
    const text = await notify.progress(vscode.l10n.t('Fetching {0}', chosen.label), signal =>
      repository.fetch(chosen.name, signal),
    );
    if (!text) return undefined;
    const uri = vscode.Uri.joinPath(this.folder(), `${chosen.name}.csl`);
    await vscode.workspace.fs.createDirectory(this.folder());
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return pathOf(uri);
  }

  private async kept(): Promise<readonly { name: string; uri: vscode.Uri }[]> {
    try {
      const files = await vscode.workspace.fs.readDirectory(this.folder());
      return files
        .filter(([file]) => file.endsWith('.csl'))
        .map(([file]) => ({ name: file.slice(0, -4), uri: vscode.Uri.joinPath(this.folder(), file) }));
    } catch {
      return [];
    }
  }

  private folder(): vscode.Uri {
    return vscode.Uri.joinPath(this.storage, 'styles');
  }
}

/** As the setting names it: in a browser the storage of extensions is on no disk. */
function pathOf(uri: vscode.Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.toString();
}
