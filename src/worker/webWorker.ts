import { serveLibrary } from './serveLibrary';

/** The few things of a web worker's global that are used here. */
declare const self: {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
};

serveLibrary({
  post: (message, transfer) => self.postMessage(message, transfer ? [...transfer] : []),
  onMessage: listener => self.addEventListener('message', event => listener(event.data)),
});
