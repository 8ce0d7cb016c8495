// Loaded into every Node process of a test run (`--import`): writes down each HTTP request that is made, to the file LITERATURE_REQUEST_LOG.
import { subscribe } from 'node:diagnostics_channel';
import fs from 'node:fs';

const file = process.env.LITERATURE_REQUEST_LOG;

function note(host, path) {
  try {
    fs.appendFileSync(
      file,
      `${JSON.stringify({ at: Date.now(), host, path: String(path).split('?')[0] })}\n`,
    );
  } catch {
    // The run is over.
  }
}

if (file) {
  subscribe('undici:request:create', ({ request }) =>
    note(new URL(String(request.origin)).host, request.path),
  );
  subscribe('http.client.request.start', ({ request }) =>
    // Editors talk to themselves over sockets of files.
    request.socketPath ? undefined : note(request.getHeader('host') ?? request.host, request.path),
  );
}
