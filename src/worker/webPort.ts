import type { Port } from './messages';

/** The few things of a web worker's global that are used here. */
declare const self: {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
};

/** The way from a web worker to the extension host. */
export const port: Port = {
  post: (message, transfer) => self.postMessage(message, transfer ? [...transfer] : []),
  onMessage: listener => self.addEventListener('message', event => listener(event.data)),
};
