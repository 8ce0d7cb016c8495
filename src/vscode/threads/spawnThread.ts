import type * as vscode from 'vscode';
import { nodeParts } from '../node/nodeParts';
import { spawnWebWorker } from './spawnWebWorker';
import type { Thread, ThreadName } from './thread';

/** Starts one of our scripts in a thread of its own. */
export async function spawnThread(extensionUri: vscode.Uri, name: ThreadName): Promise<Thread> {
  return (nodeParts().spawnNodeWorker ?? spawnWebWorker)(extensionUri, name);
}
