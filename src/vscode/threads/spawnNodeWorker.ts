import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import type { Thread, ThreadName } from './thread';

/** A Node worker, on the desktop and in remote extension hosts. */
export async function spawnWorker(extensionUri: vscode.Uri, name: ThreadName): Promise<Thread> {
  const worker = new Worker(vscode.Uri.joinPath(extensionUri, `dist/${name}.js`).fsPath, { name });
  // It alone keeps no window open.
  worker.unref();
  return {
    port: {
      post: (message, transfer) => worker.postMessage(message, transfer ? [...transfer] : []),
      onMessage: listener => worker.on('message', listener),
    },
    onFailure: listener => {
      worker.on('error', error => listener(error.message));
      worker.on('exit', code => {
        if (code) listener(`it ended with code ${code}`);
      });
    },
    end: () => void worker.terminate(),
  };
}
