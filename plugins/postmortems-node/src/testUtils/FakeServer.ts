/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A request as a fake answers it.
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
 * What the server answers.
 *
 * @public
 */
export interface FakeAnswer {
  status: number;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
}

/**
 * What goes wrong with a request: an answer instead of the right one, no answer at all, the
 * connection lost before the request was dealt with, or after.
 *
 * @public
 */
export type Trouble = FakeAnswer | 'hang' | 'lost' | 'answer-lost';

/**
 * An HTTP server on this machine that answers for another one, and makes trouble when told to.
 *
 * @public
 */
export class FakeServer {
  /** What arrived, oldest first. */
  readonly requests: FakeRequest[] = [];
  readonly #handle: (request: FakeRequest) => FakeAnswer;
  readonly #server: Server;
  #trouble: Trouble[] = [];

  /** @param handle - gives the right answer */
  constructor(handle: (request: FakeRequest) => FakeAnswer) {
    this.#handle = handle;
    this.#server = createServer((req, res) => this.#serve(req, res));
  }

  /** @returns its address, without a slash at the end */
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

  /** Lets the next requests, and only those, meet with trouble, one with each. */
  trouble(...trouble: Trouble[]): void {
    this.#trouble = trouble;
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

    const trouble = this.#trouble.shift();
    if (trouble === 'hang') return;
    if (trouble === 'lost') {
      req.socket.destroy();
      return;
    }
    const answer =
      typeof trouble === 'object' ? trouble : this.#handle(request);
    if (trouble === 'answer-lost') {
      req.socket.destroy();
      return;
    }
    res.writeHead(answer.status, {
      'Content-Type': 'application/json',
      ...answer.headers,
    });
    res.end(
      answer.body === undefined ? undefined : JSON.stringify(answer.body),
    );
  }
}
