import type { AnyOperation, Contract } from '@karez/contracts-kernel';
import { type Bus, type Call, type Reply, traceparent } from '@karez/messaging';
import { newId } from '@karez/kernel';

export interface ServiceState {
  readonly name: string;
  readonly title: string;
  readonly state: 'up' | 'down';
}
export interface OverallHealth {
  readonly status: 'up' | 'down';
  readonly services: readonly ServiceState[];
}

const patienceMs = 1_000;
/** Anyone may ask; the services are asked once a second at most. */
const freshMs = 1_000;

/** Whether the edge is on the bus and every service answers there. */
export class ServiceHealth {
  #last?: { readonly at: number; readonly health: Promise<OverallHealth> };

  constructor(
    private readonly bus: Bus,
    private readonly contracts: readonly Contract[],
  ) {}

  overall(now = Date.now()): Promise<OverallHealth> {
    if (!this.#last || now - this.#last.at > freshMs) this.#last = { at: now, health: this.#ask() };
    return this.#last.health;
  }

  async #ask(): Promise<OverallHealth> {
    const gateway: ServiceState = { name: 'gateway', title: '网关', state: this.bus.up ? 'up' : 'down' };
    const others = await Promise.all(
      this.contracts.map(async ({ service, title, api }): Promise<ServiceState> => {
        const [operation] = Object.values(api);
        return { name: service, title, state: operation && (await this.#answers(operation)) ? 'up' : 'down' };
      }),
    );
    const services = [gateway, ...others];
    return { status: services.every(({ state }) => state === 'up') ? 'up' : 'down', services };
  }

  /** A call without time left is refused by every request server before anything is done: an answer that costs nothing. */
  async #answers({ subject }: AnyOperation): Promise<boolean> {
    const call: Call = { request: {}, commandId: newId(), trace: traceparent(), ttlMs: 0 };
    try {
      const message = await this.bus.connection.request(subject, JSON.stringify(call), { timeout: patienceMs });
      return 'error' in message.json<Reply>();
    } catch {
      return false;
    }
  }
}
