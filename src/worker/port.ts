import type { Port } from './messages';

/** What a web worker finds in its global, and Node's does not have. */
interface WebWorkerGlobal {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
}

/** The way from a worker to the extension host. The same script runs in Node's workers and in those of browsers. */
export const port: Port = 'importScripts' in globalThis ? webPort() : nodePort();

function nodePort(): Port {
  const { parentPort } = require('node:worker_threads') as typeof import('node:worker_threads');
  return {
    post: (message, transfer) => parentPort?.postMessage(message, transfer ? [...transfer] : []),
    onMessage: listener => parentPort?.on('message', listener),
  };
}

function webPort(): Port {
  const worker = globalThis as unknown as WebWorkerGlobal;
  return {
    post: (message, transfer) => worker.postMessage(message, transfer ? [...transfer] : []),
    onMessage: listener => worker.addEventListener('message', event => listener(event.data)),
  };
}
