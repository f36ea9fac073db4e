import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { TokenCheck } from '@karez/auth';
import { Bus, DeadLetters, Inbox, OutboxFeed, Reactions, Remote, Subscriber, TaskHandlers, TaskRunner } from '@karez/messaging';
import { databaseOptions, UnitOfWork } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { systemControllers } from './system.controllers.js';
import type { ServiceDefinition, ServiceParts } from './start-service.js';

/** What every service finds in its injector: `UnitOfWork`, `Remote`, `DataSource`, `Bus`, reactions, tasks. */
@Module({})
export class PlatformModule {
  static of(
    { contract, entities, migrations }: ServiceDefinition,
    { environment, bus, tokens, watch, remote }: ServiceParts,
  ): DynamicModule {
    const { service } = contract;
    const database = databaseOptions({ url: environment.databaseUrl, service, entities, migrations });
    const made: Provider[] = [
      { provide: Bus, useValue: bus },
      { provide: TokenCheck, useValue: tokens },
      { provide: Remote, useValue: remote },
      { provide: 'Environment', useValue: environment },
      { provide: 'Watch', useValue: watch },
      { provide: Reactions, useValue: new Reactions() },
      { provide: TaskHandlers, useValue: new TaskHandlers() },
      { provide: UnitOfWork, inject: [DataSource], useFactory: (source: DataSource) => new UnitOfWork(source, service) },
      { provide: OutboxFeed, inject: [DataSource], useFactory: (source: DataSource) => new OutboxFeed(source) },
      {
        provide: Inbox,
        inject: [DataSource, Reactions],
        useFactory: (source: DataSource, reactions: Reactions) => new Inbox(source, service, reactions),
      },
      {
        provide: DeadLetters,
        inject: [DataSource, Inbox],
        useFactory: (source: DataSource, inbox: Inbox) => new DeadLetters(source, inbox),
      },
      {
        provide: Subscriber,
        inject: [Inbox, DeadLetters, Reactions],
        useFactory: (inbox: Inbox, letters: DeadLetters, reactions: Reactions) => new Subscriber(inbox, letters, reactions, remote, watch),
      },
      {
        provide: TaskRunner,
        inject: [DataSource, TaskHandlers],
        useFactory: (source: DataSource, handlers: TaskHandlers) => new TaskRunner(source, service, handlers, watch),
      },
    ];
    const typeOrm = TypeOrmModule.forRoot({ ...database, migrationsRun: false, retryAttempts: 100_000, retryDelay: 1_000 });
    return {
      module: PlatformModule,
      global: true,
      imports: [DiscoveryModule, typeOrm],
      controllers: systemControllers(service),
      providers: made,
      exports: made,
    };
  }
}
