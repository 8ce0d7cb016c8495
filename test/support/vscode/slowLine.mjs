// A line to a server on this machine on which everything takes a while, as over SSH.
import { once } from 'node:events';
import net from 'node:net';

/** Gives the port of this end. `line.delay` is how long the way takes, in milliseconds, each way; it may change at any time. */
export async function layLine(port) {
  const line = { delay: 0 };
  const server = net.createServer(near => {
    const far = net.connect(port, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ]) {
      // In order, also when the delay changes between two chunks.
      let before = Promise.resolve();
      const later = action => {
        const late = new Promise(resolve => setTimeout(resolve, line.delay));
        before = Promise.all([before, late]).then(action);
      };
      from.on('data', chunk => later(() => to.write(chunk)));
      from.on('end', () => later(() => to.end()));
      from.on('error', () => to.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  line.port = server.address().port;
  line.close = () => server.close();
  return line;
}
