import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A reverse proxy that serves the app below a base path. Requests below the path go to the root of
 * the backend, and API requests are passed on unchanged. All others get a 404.
 */
export async function startBasePathProxy(options: {
  basePath: string;
  /** The port of the backend. */
  target: number;
}): Promise<{ origin: string; stop: () => Promise<void> }> {
  const { basePath, target } = options;
  const server = createServer((incoming, answer) => {
    const url = incoming.url ?? '/';
    const isBelow =
      url.startsWith(basePath) && /^([/?#]|$)/.test(url.slice(basePath.length));
    const below = url.slice(basePath.length);
    const isApi = url.startsWith('/api/') || url.startsWith('/.backstage/');
    if (!isBelow && !isApi) {
      answer.writeHead(404).end('Not below the base path');
      return;
    }
    const path = isBelow ? `/${below.replace(/^\//, '')}` : url;
    const outgoing = request(
      {
        host: 'localhost',
        port: target,
        path,
        method: incoming.method,
        headers: incoming.headers,
      },
      reply => {
        answer.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(answer);
      },
    );
    outgoing.on('error', () => answer.writeHead(502).end());
    incoming.pipe(outgoing);
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
