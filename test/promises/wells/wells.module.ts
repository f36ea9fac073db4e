import { Controller, Injectable, Module } from '@nestjs/common';
import { type Ctx, DomainError } from '@karez/kernel';
import { type DueTask, Handles, type Handlers, OnTask } from '@karez/messaging';
import { UnitOfWork } from '@karez/persistence';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { type GetWell, type RaiseWater, type SetTimer, wellsApi, wellsContract, type WellView } from './contract.js';
import { Well } from './well.entity.js';

export class Wells1764000000001 implements MigrationInterface {
  name = 'Wells1764000000001';
  async up(db: QueryRunner): Promise<void> {
    await db.query('create table well (id uuid primary key, litres int not null, version int not null, event_sequence int not null)');
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table well');
  }
}
const view = ({ id, litres, version }: Well): WellView => ({ id, litres, version });
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

@Controller()
class WellController implements Handlers<typeof wellsApi> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly source: DataSource,
  ) {}

  @Handles(wellsApi.raiseWater)
  raiseWater({ wellId, litres, fault, slowMs }: RaiseWater, ctx: Ctx): Promise<WellView> {
    return this.unitOfWork.run(ctx, async (tx) => {
      await tx.manager.query('insert into well values ($1, 0, 1, 0) on conflict do nothing', [wellId]);
      const well = await tx.load(Well, wellId);
      well.raise(litres);
      await tx.save(well);
      if (slowMs) await pause(slowMs);
      if (fault) throw new DomainError('wells.well.fault');
      return view(well);
    });
  }

  @Handles(wellsApi.setTimer)
  setTimer({ wellId, inMs, litres }: SetTimer, ctx: Ctx): Promise<WellView> {
    return this.unitOfWork.run(ctx, async (tx) => {
      await tx.manager.query('insert into well values ($1, 0, 1, 0) on conflict do nothing', [wellId]);
      const [{ due }] = await tx.manager.query<[{ due: Date }]>('select clock_timestamp() + make_interval(secs => $1) as due', [
        inMs / 1000,
      ]);
      await tx.schedule('wells.raise', due, { wellId, litres });
      return view(await tx.load(Well, wellId));
    });
  }

  @Handles(wellsApi.getWell)
  async getWell({ wellId }: GetWell, _ctx: Ctx): Promise<WellView> {
    const well = await this.source.manager.findOneBy(Well, { id: wellId });
    if (!well) throw new DomainError('not_found', { id: wellId });
    return view(well);
  }
}

@Injectable()
class RaiseOnTime {
  @OnTask('wells.raise')
  async raise(task: DueTask<{ wellId: string; litres: number }>): Promise<void> {
    await task.complete(async (tx) => {
      const well = await tx.load(Well, task.payload.wellId);
      well.raise(task.payload.litres);
      await tx.save(well);
    });
  }
}

@Module({ controllers: [WellController], providers: [RaiseOnTime] })
class WellsModule {}

export const wells = { contract: wellsContract, module: WellsModule, entities: [Well], migrations: [Wells1764000000001] };
