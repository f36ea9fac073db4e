import type { Contract, EventEnvelope } from '@karez/contracts-kernel';
import type { Bus, Watch } from '@karez/messaging';

type Subscription = ReturnType<Bus['connection']['subscribe']>;

/**
 * Hears the events of every service once per process, as they pass on the bus. Nothing is acknowledged and nothing is
 * kept: what is missed here is a hint that does not come, never a fact that is lost.
 */
export class EventFeed {
  #subscriptions: Subscription[] = [];

  constructor(
    private readonly bus: Bus,
    private readonly contracts: readonly Contract[],
    private readonly watch: Watch,
  ) {}

  start(hear: (event: EventEnvelope) => void): void {
    this.#subscriptions = this.contracts.map(({ service }) =>
      this.bus.connection.subscribe(`evt.${service}.>`, {
        callback: (error, message) => {
          try {
            if (error) throw error;
            hear(message.json<EventEnvelope>());
          } catch (failure) {
            this.watch.healing('live', failure);
          }
        },
      }),
    );
  }

  stop(): void {
    this.#subscriptions.splice(0).forEach((subscription) => subscription.unsubscribe());
  }
}
