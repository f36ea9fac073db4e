import type { INestMicroservice } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import {
  DeadLetters,
  EventConsumer,
  keepHouse,
  OutboxRelay,
  Reactions,
  Reconciler,
  Subscriber,
  TaskClock,
  TaskHandlers,
  TaskRunner,
} from '@karez/messaging';
import { DataSource } from 'typeorm';
import type { ServiceParts } from './start-service.js';

const hour = 3_600_000;

/** Everything of a service that runs without being asked. Each part is told to stop before the connections close. */
export function startBackground(app: INestMicroservice, { bus, environment, remote, watch }: ServiceParts): { stop(): Promise<void> } {
  const source = app.get(DataSource);
  const reactions = app.get(Reactions);
  const tasks = app.get(TaskHandlers);
  for (const { instance } of app.get(DiscoveryService).getProviders()) {
    if (instance === null || typeof instance !== 'object') continue;
    reactions.addFrom(instance as object);
    tasks.addFrom(instance as object);
  }
  const policy = { replicas: environment.natsReplicas };
  const subscriber = app.get(Subscriber);
  const walk = { service: bus.service, remote, subscriber, deadLetters: app.get(DeadLetters), watch };
  const parts = [
    new OutboxRelay(bus, source, policy, watch),
    new TaskClock(source, bus.service, environment.redisUrl, tasks, app.get(TaskRunner), watch),
    ...reactions.producers.map((producer) => new EventConsumer(bus, producer, subscriber, watch)),
    ...reactions.producers.map((producer) => new Reconciler(source, producer, walk)),
  ];
  parts.forEach((part) => part.start());
  const cleaning = setInterval(() => void keepHouse(source).catch((error: unknown) => watch.healing('housekeeping', error)), hour);
  return {
    stop: async () => {
      clearInterval(cleaning);
      await Promise.all(parts.map((part) => part.stop()));
    },
  };
}
