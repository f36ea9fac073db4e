import { AckPolicy, type JetStreamManager, jetstreamManager, RetentionPolicy, StorageType } from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import type { Bus } from '../bus.js';

export const streamOf = (producer: string): string => `EVT_${producer}`;
const day = 86_400_000;

export interface BrokerPolicy {
  /** Copies of each stream: 3 in a cluster, 1 on one machine. */
  readonly replicas: number;
}

/** Makes the stream of one producer when it is missing; the broker holds nothing that cannot be published again. */
export async function ensureStream(manager: JetStreamManager, producer: string, { replicas }: BrokerPolicy): Promise<void> {
  const name = streamOf(producer);
  const exists = await manager.streams.info(name).then(
    () => true,
    () => false,
  );
  if (exists) return;
  await manager.streams.add({
    ...{ name, subjects: [`evt.${producer}.>`], retention: RetentionPolicy.Limits, storage: StorageType.File, num_replicas: replicas },
    ...{ max_age: nanos(7 * day), duplicate_window: nanos(10 * 60_000), max_bytes: 1024 ** 3 },
  });
}

/** Makes the durable consumer of one subscriber on one producer's stream when it is missing. */
export async function ensureConsumer(manager: JetStreamManager, producer: string, subscriber: string): Promise<void> {
  const exists = await manager.consumers.info(streamOf(producer), subscriber).then(
    () => true,
    () => false,
  );
  if (exists) return;
  await manager.consumers.add(streamOf(producer), {
    ...{ durable_name: subscriber, ack_policy: AckPolicy.Explicit, ack_wait: nanos(30_000) },
    // attempts are counted in PostgreSQL; the broker never gives up by itself
    ...{ max_deliver: -1, max_ack_pending: 256 },
  });
}

export const managerOf = (bus: Bus): Promise<JetStreamManager> => jetstreamManager(bus.connection, { timeout: 3_000 });
