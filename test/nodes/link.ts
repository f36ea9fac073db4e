import { connect, createServer, type Socket } from 'node:net';

/** A line between two nodes that can be cut: what goes through it stops at once, and nothing new gets through until it is healed. */
export class Link {
  readonly #server = createServer((socket) => this.#join(socket));
  readonly #open = new Set<Socket>();
  readonly #port: () => number;
  #cut = false;

  /** @param port where it leads, on this machine */
  constructor(port: () => number) {
    this.#port = port;
  }

  listen(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject).listen(0, '127.0.0.1', () => {
        const address = this.#server.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  }

  cut(): void {
    this.#cut = true;
    for (const socket of this.#open) socket.destroy();
  }

  heal(): void {
    this.#cut = false;
  }

  close(): Promise<void> {
    this.cut();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #join(socket: Socket): void {
    if (this.#cut) return void socket.destroy();
    const onward = connect(this.#port(), '127.0.0.1');
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      this.#open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.#open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }
}
