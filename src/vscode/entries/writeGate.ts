import * as vscode from 'vscode';
import {
  type WritePermission,
  type WrittenKind,
  writePermission,
} from '../../core/bibliography/write/filePermission';
import { plainLabel } from '../../core/display/text/plainText';
import { isSamePlace, workspaceRoots } from '../files/trustedFiles';
import { nodeParts } from '../node/nodeParts';

/** Why nothing can be written, for people: `references.bib is read-only`. */
export interface Refusal {
  readonly refusal: string;
}

/** Where this workspace's consent to files outside of it is remembered. */
const rememberedFiles = 'writableBibliographies';

/** A file that passed the gate: only the gate makes these, and only into these anything is written. */
export class WritableFile {
  /** @internal for the gate */
  constructor(readonly uri: vscode.Uri) {}
}

/** What may be done with a file, and what people are told of it. */
export interface Judgement {
  readonly permission: WritePermission;
  /** The whole path, and where its links lead. */
  readonly shown: string;
}

/** What everything passes that is about to be written besides the document in hand: see `writePermission`. */
export class WriteGate {
  constructor(private readonly memory: vscode.Memento) {}

  /** @param document the one in hand, which is cited in */
  async judge(uri: vscode.Uri, kind: WrittenKind, document: vscode.Uri): Promise<Judgement> {
    const named = wholePath(uri);
    let target: string;
    let roots: string[];
    try {
      target = await targetOf(uri);
      const folders = workspaceRoots(document).filter(root => isSamePlace(root, uri));
      roots = await Promise.all(folders.map(targetOf));
    } catch {
      const permission = {
        refusal: vscode.l10n.t('is left as it is: it cannot be told where its links lead'),
      };
      return { permission, shown: named };
    }
    const permission = writePermission({
      kind,
      path: uri.path,
      target,
      roots,
      trusted: vscode.workspace.isTrusted,
    });
    const isRemembered =
      permission === 'ask' && this.remembered().includes(uri.with({ path: target }).toString());
    const led = wholePath(uri.with({ path: target }));
    return {
      permission: isRemembered ? 'free' : permission,
      shown: led === named ? named : `${named} → ${led}`,
    };
  }

  /** @param asked whether the writer was shown the file's whole path, and agreed */
  async pass(
    uri: vscode.Uri,
    kind: WrittenKind,
    document: vscode.Uri,
    asked: boolean,
  ): Promise<WritableFile | Refusal> {
    const { permission, shown } = await this.judge(uri, kind, document);
    if (permission === 'free' || (permission === 'ask' && asked)) return new WritableFile(uri);
    const reason =
      permission === 'ask'
        ? vscode.l10n.t('lies outside of this workspace, and is left as it is')
        : permission.refusal;
    return { refusal: `${shown} ${reason}` };
  }

  /** As `pass`, with a question of its own where one is due: `Rename “roe2020”`. */
  async passAsking(
    uri: vscode.Uri,
    kind: WrittenKind,
    document: vscode.Uri,
    purpose: string,
  ): Promise<WritableFile | Refusal> {
    const { permission, shown } = await this.judge(uri, kind, document);
    if (permission !== 'ask') return this.pass(uri, kind, document, false);
    const file = plainLabel(shown);
    const [leave, once, always] = [
      { label: vscode.l10n.t('Leave It as It Is') },
      { label: vscode.l10n.t('Change {0}', file), description: vscode.l10n.t('outside of this workspace') },
      {
        label: vscode.l10n.t('Always Change {0}', file),
        description: vscode.l10n.t('from this workspace, without asking'),
      },
    ] as const;
    const answer = await vscode.window.showQuickPick([leave, once, always], {
      title: plainLabel(purpose),
      placeHolder: vscode.l10n.t('May a file outside of this workspace be changed?'),
      ignoreFocusOut: true,
    });
    if (answer === always) await this.remember(uri);
    return this.pass(uri, kind, document, answer === once || answer === always);
  }

  /** The writer agreed once and for all, for this workspace. */
  async remember(uri: vscode.Uri): Promise<void> {
    const file = uri.with({ path: await targetOf(uri) }).toString();
    await this.memory.update(rememberedFiles, [...new Set([...this.remembered(), file])]);
  }

  private remembered(): readonly string[] {
    return this.memory.get<readonly string[]>(rememberedFiles, []);
  }
}

function wholePath(uri: vscode.Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.toString(true);
}

async function targetOf(uri: vscode.Uri): Promise<string> {
  const { realPath } = nodeParts();
  return uri.scheme === 'file' && realPath ? vscode.Uri.file(await realPath(uri.fsPath)).path : uri.path;
}
