import { parentPort } from 'node:worker_threads';
import { serveLibrary } from './serveLibrary';

serveLibrary({
  post: (message, transfer) => parentPort?.postMessage(message, transfer ? [...transfer] : []),
  onMessage: listener => parentPort?.on('message', listener),
});
