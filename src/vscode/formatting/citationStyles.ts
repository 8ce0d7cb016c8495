import * as vscode from 'vscode';
import { bundledStyles } from '../../core/display/citationStyle/bundledStyles';
import { readFile } from '../files/fileAccess';
import { isAbsolutePath, isAddress } from '../files/pathForms';
import { isReadable } from '../files/trustedFiles';
import { setting } from '../settings';

/** A citation style, ready to format with. */
export interface LoadedStyle {
  /** For people: `APA`, `my-journal.csl`. */
  readonly label: string;
  /** The text of its `.csl` file. */
  readonly text: string;
}

/**
 * The style a document is formatted in: the `csl` it declares itself, else the one of the setting `literature.citationStyle`, which names a
 * bundled style or a `.csl` file. Throws with a message for people when that file cannot be read.
 */
export async function styleOf(
  extensionUri: vscode.Uri,
  scope: vscode.Uri | undefined,
  declared: vscode.Uri | undefined,
): Promise<LoadedStyle> {
  if (declared) {
    // What the settings name is the writer's own: those of an untrusted workspace are not seen here.
    if (scope && !isReadable(declared, scope))
      throw new Error(
        vscode.l10n.t(
          'The citation style {0} lies outside of this workspace, and is not read before you trust it.',
          declared.path,
        ),
      );
    return styleFile(declared);
  }
  const wanted = setting('citationStyle', 'apa', scope);
  return (await bundledStyle(extensionUri, wanted)) ?? styleFile(await fileOf(wanted, scope));
}

/** A style by the name of a bundled one, or by the path of a `.csl` file of the workspace. Throws like `styleOf`. */
export async function styleNamed(
  extensionUri: vscode.Uri,
  name: string,
  scope: vscode.Uri | undefined,
): Promise<LoadedStyle> {
  const bundled = await bundledStyle(extensionUri, name);
  if (bundled) return bundled;
  const file = await fileOf(name, scope);
  const isOwn = /\.csl$/i.test(file.path) && vscode.workspace.getWorkspaceFolder(file) !== undefined;
  const names = bundledStyles.map(({ id }) => id).join(', ');
  if (!isOwn)
    throw new Error(
      vscode.l10n.t(
        'There is no citation style “{0}”. Known are {1}, and .csl files of the workspace.',
        name,
        names,
      ),
    );
  return styleFile(file);
}

async function bundledStyle(extensionUri: vscode.Uri, name: string): Promise<LoadedStyle | undefined> {
  const bundled = bundledStyles.find(({ id }) => id === name);
  if (!bundled) return undefined;
  const uri = vscode.Uri.joinPath(extensionUri, 'dist/styles', `${bundled.id}.csl`);
  return { label: bundled.label, text: await textOf(uri) };
}

async function styleFile(uri: vscode.Uri): Promise<LoadedStyle> {
  try {
    return { label: uri.path.slice(uri.path.lastIndexOf('/') + 1), text: await textOf(uri) };
  } catch {
    throw new Error(
      vscode.l10n.t(
        'The citation style {0} could not be read. Check the document’s “csl” or the setting “literature.citationStyle”.',
        uri.scheme === 'file' ? uri.fsPath : uri.toString(),
      ),
    );
  }
}

/** An absolute path or address, or a path in the folder of the document. */
async function fileOf(path: string, scope: vscode.Uri | undefined): Promise<vscode.Uri> {
  if (isAddress(path)) return vscode.Uri.parse(path);
  if (isAbsolutePath(path)) return vscode.Uri.file(path);
  const folder =
    scope && (vscode.workspace.getWorkspaceFolder(scope)?.uri ?? vscode.Uri.joinPath(scope, '..'));
  const base = folder ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  return base ? vscode.Uri.joinPath(base, path) : vscode.Uri.file(path);
}

async function textOf(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await readFile(uri));
}
