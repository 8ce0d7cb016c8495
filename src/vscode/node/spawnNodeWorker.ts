import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import type { Thread, ThreadName } from '../threads/thread';

/** What a thread may take before it is ended, in megabytes; a library may grow as it needs. */
const maxMemory: Partial<Record<ThreadName, number>> = { formatterWorker: 1000, writerWorker: 2000 };

/** A Node worker, on the desktop and in remote extension hosts. */
export async function spawnNodeWorker(extensionUri: vscode.Uri, name: ThreadName): Promise<Thread> {
  const limit = maxMemory[name];
  const worker = new Worker(vscode.Uri.joinPath(extensionUri, `dist/${name}.js`).fsPath, {
    name,
    ...(limit && { resourceLimits: { maxOldGenerationSizeMb: limit } }),
  });
  // It alone keeps no window open.
  worker.unref();
  return {
    port: {
      post: (message, transfer) => worker.postMessage(message, transfer ? [...transfer] : []),
      onMessage: listener => worker.on('message', listener),
    },
    onFailure: listener => {
      // An error is followed by the end.
      let isTold = false;
      const tell = (reason: string) => {
        if (!isTold) listener(reason);
        isTold = true;
      };
      worker.on('error', error => tell(error.message));
      worker.on('exit', code => {
        if (code) tell(`it ended with code ${code}`);
      });
    },
    end: () => void worker.terminate(),
  };
}
