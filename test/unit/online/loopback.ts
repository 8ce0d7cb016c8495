import http from 'node:http';
import { listening } from '../../support/listening';

export type Handler = (request: http.IncomingMessage, response: http.ServerResponse, count: number) => void;

/** A server on this machine alone, closed when the test ends. `count` is 1 for the first request. */
export async function loopback(t: { after(run: () => void): void }, handler: Handler) {
  const urls: string[] = [];
  const times: number[] = [];
  const server = http.createServer((request, response) => {
    urls.push(request.url ?? '');
    times.push(performance.now());
    handler(request, response, urls.length);
  });
  const { base, port, close } = await listening(server);
  t.after(close);
  return { base, host: `127.0.0.1:${port}`, urls, times };
}

export function answer(
  response: http.ServerResponse,
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
