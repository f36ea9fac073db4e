import { connect, type NatsConnection } from '@nats-io/transport-node';

export interface BusOptions {
  /** `nats://user:password@host:port`, several separated by commas. */
  readonly url: string;
  readonly service: string;
}

/** A process's one connection to NATS. Answers come to an inbox of the service's own, so that no other service may listen. */
export class Bus {
  #up = true;

  private constructor(
    readonly connection: NatsConnection,
    readonly service: string,
  ) {
    void this.#watch();
  }

  /** Waits for the broker as long as it takes; the service's health says so meanwhile. */
  static async connect({ url, service }: BusOptions): Promise<Bus> {
    const servers = url.split(',').map((server) => new URL(server));
    const [{ username, password }] = servers as [URL];
    const connection = await connect({
      servers: servers.map(({ host }) => host),
      ...(username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : {}),
      name: service,
      inboxPrefix: `_INBOX.${service}`,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 250,
      waitOnFirstConnect: true,
      pingInterval: 5_000,
      maxPingOut: 2,
    });
    return new Bus(connection, service);
  }

  /** Whether the broker is reachable now. */
  get up(): boolean {
    return this.#up && !this.connection.isClosed();
  }

  /** Hands over what is under way, then closes. */
  async close(): Promise<void> {
    if (this.connection.isClosed()) return;
    if (this.#up) await this.connection.drain().catch(() => undefined);
    else await this.connection.close();
  }

  async #watch(): Promise<void> {
    for await (const { type } of this.connection.status()) {
      if (type === 'disconnect') this.#up = false;
      if (type === 'reconnect') this.#up = true;
    }
    this.#up = false;
  }
}
