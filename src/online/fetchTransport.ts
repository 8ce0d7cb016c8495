import type { Transport } from './transport';

/**
 * The `fetch` of the platform: that of Node.js, or VS Code's, which follows its proxy settings. Browsers do not show where a redirect leads,
 * so there it is refused.
 */
export function fetchTransport(inBrowser: boolean): Transport {
  return async ({ url, headers, signal }) => {
    const response = await fetch(url, {
      headers,
      signal,
      redirect: inBrowser ? 'error' : 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    return {
      status: response.status,
      header: name => response.headers.get(name) ?? undefined,
      body: chunks(response.body),
    };
  };
}

/**
 * Has the platform load what its first request takes: Node.js its client, VS Code the certificates of the system, in the thread that asks and
 * for a tenth of a second and more. The address holds its own content: nothing goes over the network.
 */
export async function loadFetch(): Promise<void> {
  await (await fetch('data:,')).text();
}

async function* chunks(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (!body) return;
  const reader = body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    await reader.cancel().catch(() => {});
  }
}
