import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** How long a line that has not said anything may still begin to. */
const patienceMs = 1_000;

/**
 * Ends the lines that carry nothing while the server closes. Node waits for them: for one that fell idle after its last
 * answer, and for one that a browser or a balancer opened in advance and never used.
 */
export class ClosingLines {
  readonly #unused = new Set<Socket>();

  constructor(private readonly server: Server) {
    server.on('connection', (socket: Socket) => {
      this.#unused.add(socket);
      socket.once('close', () => this.#unused.delete(socket));
    });
    server.on('request', ({ socket }) => this.#unused.delete(socket));
  }

  /** @returns what ends it, once the server is closed */
  start(): () => void {
    const idle = setInterval(() => this.server.closeIdleConnections(), 100);
    const unused = setTimeout(() => this.#unused.forEach((socket) => socket.destroy()), patienceMs);
    return () => {
      clearInterval(idle);
      clearTimeout(unused);
    };
  }
}
