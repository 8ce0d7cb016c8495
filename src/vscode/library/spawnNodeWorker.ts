import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import type { LibraryThread } from './libraryThread';

/** The library in a Node worker, on the desktop and in remote extension hosts. */
export async function spawnWorker(extensionUri: vscode.Uri): Promise<LibraryThread> {
  const worker = new Worker(vscode.Uri.joinPath(extensionUri, 'dist/libraryWorker.js').fsPath, {
    name: 'literature-library',
  });
  // The library alone keeps no window open.
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
