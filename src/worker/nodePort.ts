import { parentPort } from 'node:worker_threads';
import type { Port } from './messages';

/** The way from a Node worker to the extension host. */
export const port: Port = {
  post: (message, transfer) => parentPort?.postMessage(message, transfer ? [...transfer] : []),
  onMessage: listener => parentPort?.on('message', listener),
};
