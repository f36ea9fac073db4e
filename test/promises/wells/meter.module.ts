import { Injectable, Module } from '@nestjs/common';
import type { EventEnvelope } from '@karez/contracts-kernel';
import { ReactsTo } from '@karez/messaging';
import type { Tx } from '@karez/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { meterContract, WaterRaised } from './contract.js';

export class Meter1764000000001 implements MigrationInterface {
  name = 'Meter1764000000001';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table reading (well_id uuid primary key, litres int not null, events int not null, sequences int[] not null);
      create table poison (litres int primary key);`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table reading, poison');
  }
}

/** Adds up what was raised and notes the order in which it came; chokes on the amounts in `poison`. */
@Injectable()
class WhenWaterRaised {
  @ReactsTo(WaterRaised)
  async add({ data, sequence }: EventEnvelope<WaterRaised>, tx: Tx): Promise<void> {
    const poisoned = await tx.manager.query<unknown[]>('select 1 from poison where litres = $1', [data.litres]);
    if (poisoned.length) throw new Error(`cannot take ${data.litres}`);
    await tx.manager.query(
      `insert into reading values ($1, $2, 1, array[$3::int]) on conflict (well_id) do update
       set litres = reading.litres + $2, events = reading.events + 1, sequences = reading.sequences || $3::int`,
      [data.wellId, data.litres, sequence],
    );
  }
}

@Module({ providers: [WhenWaterRaised] })
class MeterModule {}

export const meter = { contract: meterContract, module: MeterModule, entities: [], migrations: [Meter1764000000001] };
