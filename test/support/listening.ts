import type http from 'node:http';
import type { AddressInfo } from 'node:net';

/** Lets a server listen on this machine alone. `close` ends what it has not answered, too. */
export async function listening(
  server: http.Server,
): Promise<{ readonly port: number; readonly base: string; readonly close: () => void }> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { port, base: `http://127.0.0.1:${port}`, close };
}
