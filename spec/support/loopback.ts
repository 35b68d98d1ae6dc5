/** Servers of the specs: on a free port of the loopback interface, closed with all their sockets. */

import { once } from 'node:events';
import type { Server } from 'node:http';

/** A server's address, and how to end it. */
export interface Listening {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Starts to listen, and gives the address and the way to end it. */
export async function listen(server: Server): Promise<Listening> {
  if (!server.listening) await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not a TCP server');
  return { url: `http://127.0.0.1:${address.port}`, close: () => close(server) };
}

/** Ends a server at once; clients keep idle connections open, which `close` alone would wait for. */
async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
