import type { Port } from './messages';

/** What a thread is asked, and answers: see `RequestThread`. */
export interface ThreadRequest {
  readonly id: number;
  readonly request: unknown;
}

export type ThreadAnswer =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failure: string };

/** Answers the requests that arrive at a port, one after the other. */
export function serveRequests<Request>(port: Port, answer: (request: Request) => unknown): void {
  port.onMessage(message => {
    const { id, request } = message as ThreadRequest;
    let reply: ThreadAnswer;
    try {
      reply = { id, answer: answer(request as Request) };
    } catch (error) {
      reply = { id, failure: error instanceof Error ? error.message : String(error) };
    }
    port.post(reply);
  });
}
