import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { freePort } from '../../../scripts/lib/freePort.mjs';

/** A TCP proxy that can refuse or stall connections. */
export class Proxy {
  readonly port: number;
  readonly #sockets = new Set<Socket>();
  #target = 0;
  #silent = false;
  #server?: Server;

  private constructor(port: number) {
    this.port = port;
  }

  /** Opens a proxy on a free port. */
  static async open(): Promise<Proxy> {
    const proxy = new Proxy(await freePort());
    await proxy.restore();
    return proxy;
  }

  /** Sets the server's port. */
  leadTo(port: number): void {
    this.#target = port;
  }

  /** Refuses connections. */
  async cut(): Promise<void> {
    if (!this.#server?.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#sockets.forEach(socket => socket.destroy());
    await closed;
  }

  /** Accepts connections without forwarding them. */
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
    // The socket closes anyway.
    socket.on('error', () => {});
  }
}
