import { deadLetterApi, type Permission } from '@karez/contracts-kernel';
import { newId } from '@karez/kernel';
import { Bus, Remote, traceparent } from '@karez/messaging';
import { databaseOptions, migrate } from '@karez/persistence';
import { type Program, startProgram, testDatabase, testNats, type TestServer } from '@karez/testing';
import pg from 'pg';
import { type RaiseWater, wellsApi, type WellView } from './contract.js';
import { TestIdentity } from './identity.js';
import { meter } from './meter.module.js';
import { wells } from './wells.module.js';

const program = new URL('./service.program.ts', import.meta.url);

/** A broker, two databases, and the two services as processes that a spec starts, kills and asks. */
export class Bench {
  readonly #programs: Program[] = [];
  readonly #pools: pg.Pool[] = [];
  bus!: Bus;
  remote!: Remote;
  #identity!: TestIdentity;

  private constructor(
    readonly nats: TestServer,
    readonly wellsUrl: string,
    readonly meterUrl: string,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(): Promise<Bench> {
    const nats = await testNats();
    const [wellsDatabase, meterDatabase] = await Promise.all([
      testDatabase('wells', async ({ url }) => void (await migrate(databaseOptions({ url, service: 'wells', ...wells })))),
      testDatabase('meter', async ({ url }) => void (await migrate(databaseOptions({ url, service: 'meter', ...meter })))),
    ]);
    const bench = new Bench(nats, wellsDatabase.runtimeUrl, meterDatabase.runtimeUrl, async () => {
      await Promise.all([wellsDatabase.drop(), meterDatabase.drop()]);
    });
    await bench.connect();
    return bench;
  }

  async connect(): Promise<void> {
    this.bus = await Bus.connect({ url: this.nats.url, service: 'bench' });
    this.remote = new Remote(this.bus);
    this.#identity = await TestIdentity.on(this.bus);
  }

  async start(service: 'wells' | 'meter', env: NodeJS.ProcessEnv = {}): Promise<Program> {
    const settings = {
      ...{ KAREZ_MODE: 'development', KAREZ_NATS_URL: this.nats.url, KAREZ_LOG_LEVEL: 'warn' },
      ...{ KAREZ_DATABASE_URL: service === 'wells' ? this.wellsUrl : this.meterUrl, KAREZ_HEALTH_PORT: '0' },
    };
    const started = startProgram(program, { args: [service], env: { ...settings, ...env } });
    this.#programs.push(started);
    await started.line(/^up$/);
    return started;
  }

  raise(request: RaiseWater, commandId = newId()): Promise<WellView> {
    return this.remote.call(wellsApi.raiseWater, request, { commandId, trace: traceparent(), deadline: Date.now() + 2_000 });
  }

  /** Replays a dead letter as operations staff would. @returns how many rows were applied */
  async replay(service: 'meter', eventId: string): Promise<{ replayed: number }> {
    const permission: Permission = `${service}.dead_letter.replay`;
    const authority = await this.#identity.authority({
      realm: 'staff',
      id: newId(),
      name: '值班员',
      grants: [{ permissions: [permission], scope: 'all', orgIds: [] }],
    });
    await this.remote.call(deadLetterApi(service).replayDeadLetter, { eventId }, { commandId: newId(), trace: traceparent(), authority });
    const { rowCount } = await this.pool(service).query(`select 1 from dead_letter where state = 'replayed'`);
    return { replayed: rowCount ?? 0 };
  }

  pool(service: 'wells' | 'meter'): pg.Pool {
    const pool = new pg.Pool({ connectionString: service === 'wells' ? this.wellsUrl : this.meterUrl, max: 3 });
    pool.on('error', () => undefined);
    this.#pools.push(pool);
    return pool;
  }

  async close(): Promise<void> {
    await Promise.all(this.#programs.map((running) => running.kill()));
    await this.bus.close();
    await Promise.all(this.#pools.map((pool) => pool.end()));
    await this.nats.stop('SIGKILL');
    await this.drop();
  }
}
