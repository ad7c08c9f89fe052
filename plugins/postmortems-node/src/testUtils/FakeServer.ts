import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A request that a fake server received.
 *
 * @public
 */
export interface FakeRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  /** Parsed from JSON; undefined without a body. */
  body: any;
}

/**
 * A response from a fake server.
 *
 * @public
 */
export interface FakeResponse {
  status: number;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
}

/**
 * A failure to simulate: a different response, no response, or a connection lost before or after
 * processing.
 *
 * @public
 */
export type FakeFault = FakeResponse | 'hang' | 'lost' | 'response-lost';

/**
 * A local HTTP server that stands in for a real system and can simulate failures.
 *
 * @public
 */
export class FakeServer {
  /** Received requests, oldest first. */
  readonly requests: FakeRequest[] = [];
  readonly #handle: (request: FakeRequest) => FakeResponse;
  readonly #server: Server;
  #faults: FakeFault[] = [];

  /** @param handle - returns the normal response */
  constructor(handle: (request: FakeRequest) => FakeResponse) {
    this.#handle = handle;
    this.#server = createServer((req, res) => this.#serve(req, res));
  }

  /** @returns the server's URL, without a trailing slash */
  async start(): Promise<string> {
    await new Promise<void>(resolve => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  /** Simulates these failures in the next requests, one per request. */
  fail(...faults: FakeFault[]): void {
    this.#faults = faults;
  }

  async #serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const url = new URL(req.url ?? '/', 'http://fake');
    const request: FakeRequest = {
      method: req.method ?? 'GET',
      path: decodeURIComponent(url.pathname),
      query: url.searchParams,
      headers: req.headers,
      body: text ? JSON.parse(text) : undefined,
    };
    this.requests.push(request);

    const fault = this.#faults.shift();
    if (fault === 'hang') return;
    if (fault === 'lost') {
      req.socket.destroy();
      return;
    }
    const response = typeof fault === 'object' ? fault : this.#handle(request);
    if (fault === 'response-lost') {
      req.socket.destroy();
      return;
    }
    res.writeHead(response.status, {
      'Content-Type': 'application/json',
      ...response.headers,
    });
    res.end(
      response.body === undefined ? undefined : JSON.stringify(response.body),
    );
  }
}
