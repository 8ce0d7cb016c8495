import * as vscode from 'vscode';
import type { Thread, ThreadName } from './thread';

/** A web worker, on vscode.dev: from a blob, since a worker may not be loaded from where the extension lies. */
export async function spawnWebWorker(extensionUri: vscode.Uri, name: ThreadName): Promise<Thread> {
  const script = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, `dist/${name}.js`));
  const url = URL.createObjectURL(new Blob([script.slice()], { type: 'text/javascript' }));
  const worker = new Worker(url, { name });
  return {
    port: {
      post: (message, transfer) => worker.postMessage(message, transfer ? [...transfer] : []),
      onMessage: listener => worker.addEventListener('message', event => listener(event.data)),
    },
    onFailure: listener => worker.addEventListener('error', event => listener(event.message)),
    end: () => {
      worker.terminate();
      // Not before: VS Code starts workers through one of its own, which loads the script later.
      URL.revokeObjectURL(url);
    },
  };
}
