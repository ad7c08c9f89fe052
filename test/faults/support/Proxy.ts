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

import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { freePort } from '../../../scripts/lib/freePort.mjs';

/** The way to a server, which can be cut, or be left without an answer. */
export class Proxy {
  readonly port: number;
  readonly #sockets = new Set<Socket>();
  #target = 0;
  #silent = false;
  #server?: Server;

  private constructor(port: number) {
    this.port = port;
  }

  /** One that is open, on a free port. */
  static async open(): Promise<Proxy> {
    const proxy = new Proxy(await freePort());
    await proxy.restore();
    return proxy;
  }

  /** On which port the server is. */
  leadTo(port: number): void {
    this.#target = port;
  }

  /** Connections are refused. */
  async cut(): Promise<void> {
    if (!this.#server?.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#sockets.forEach(socket => socket.destroy());
    await closed;
  }

  /** Connections are taken, and nothing comes of them. */
  async silence(): Promise<void> {
    await this.restore();
    this.#silent = true;
  }

  async restore(): Promise<void> {
    await this.cut();
    this.#silent = false;
    this.#server = createServer(socket => this.#take(socket));
    this.#server.listen(this.port, 'localhost');
    await once(this.#server, 'listening');
  }

  #take(socket: Socket): void {
    this.#keep(socket);
    if (this.#silent) {
      socket.resume();
      return;
    }
    const onward = connect(this.#target, 'localhost');
    this.#keep(onward);
    socket.pipe(onward).pipe(socket);
    socket.on('close', () => onward.destroy());
    onward.on('close', () => socket.destroy());
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    // It is closed then, which is all that there is to do.
    socket.on('error', () => {});
  }
}
