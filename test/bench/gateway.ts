// `npm run bench -- gateway`: one query through HTTP → NATS → service → PostgreSQL, beside bare Fastify and pg in the same run.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { load, median, type Run } from './gateway/load.ts';
import { memoryOf, processesOf, start, startUpOf } from './gateway/processes.ts';

interface Figure {
  readonly value: number;
  readonly unit: string;
  /** The figure of the same run that `value` is divided by. */
  readonly ratioTo?: string;
}
const figures: Record<string, Figure> = {};
const note = (name: string, value: number, unit: string, ratioTo?: string): void => {
  figures[name] = { value: Number(value.toPrecision(4)), unit, ...(ratioTo ? { ratioTo } : {}) };
};

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run it with: npm run bench -- gateway`);
  return value;
}
const say = (text: string): void => (process.argv.includes('--json') ? undefined : console.log(text));

const root = join(import.meta.dirname, '..', '..');
const rounds = 3;
const seconds = 5;
const callers = 32;

/** The database of identity, whatever the launcher called it. */
async function identityDatabase(): Promise<string> {
  const admin = new pg.Client({ connectionString: given('KAREZ_TEST_POSTGRES_URL') });
  await admin.connect();
  const { rows } = await admin.query<{ datname: string }>(`select datname from pg_database where datname ~ '_identity$' limit 1`);
  await admin.end();
  const url = new URL(given('KAREZ_TEST_POSTGRES_URL'));
  url.pathname = `/${rows[0]!.datname}`;
  return url.href;
}

// A gateway of its own before the platform's services: the same program, with limits that let a bench through.
const dataDir = mkdtempSync(join(tmpdir(), 'karez-bench-'));
const gateway = await start([join(root, 'apps/gateway/dist/main.js')], {
  ...{ NODE_ENV: 'production', KAREZ_MODE: 'development', KAREZ_LOG_LEVEL: 'info', KAREZ_PORT: '0', KAREZ_DATA_DIR: dataDir },
  ...{ KAREZ_NATS_URL: given('KAREZ_TEST_NATS_URL'), KAREZ_REDIS_URL: given('KAREZ_TEST_REDIS_URL') },
  ...{ KAREZ_GATEWAY_KEY: randomBytes(32).toString('hex'), KAREZ_LIMIT_ADDRESS: '100000000/60' },
});
const bare = await start([join(root, 'test/bench/gateway/bare-server.ts')], {
  NODE_ENV: 'production',
  BENCH_DATABASE_URL: await identityDatabase(),
});
try {
  const through = `${gateway.url}/api/identity/directory?limit=20`;
  const directly = `${bare.url}/directory?limit=20`;
  await assertSame(through, directly);
  await measure('one_caller', through, directly, 1);
  await measure(`${callers}_callers`, through, directly, callers);
  const memory = { gateway: memoryOf(gateway.child.pid!), bare: memoryOf(bare.child.pid!) };
  note('memory_bare_fastify_pg', memory.bare, 'MB');
  note('memory_gateway_under_load', memory.gateway, 'MB');
  note('memory_gateway_ratio', memory.gateway / memory.bare, 'ratio', 'memory_bare_fastify_pg');
  note('start_up_bare_fastify_pg', bare.startUpMs, 'ms');
  note('start_up_gateway_alone', gateway.startUpMs, 'ms');
  note('start_up_gateway_ratio', gateway.startUpMs / bare.startUpMs, 'ratio', 'start_up_bare_fastify_pg');
} finally {
  gateway.child.kill('SIGTERM');
  bare.child.kill('SIGTERM');
  rmSync(dataDir, { recursive: true, force: true });
}
for (const process_ of processesOf(given('KAREZ_TEST_STATE'))) {
  note(`memory_${process_.name}`, memoryOf(process_.pid), 'MB');
  const startUp = startUpOf(process_, given('KAREZ_TEST_HOME'));
  if (startUp !== undefined) note(`start_up_${process_.name}_all_at_once`, startUp, 'ms');
}

for (const [name, { value, unit, ratioTo }] of Object.entries(figures))
  say(`${name.padEnd(44)} ${String(value).padStart(10)} ${unit}${ratioTo ? ` to ${ratioTo}` : ''}`);
const machine = {
  cpus: cpus().length,
  cpu: cpus()[0]?.model ?? '',
  memoryGB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  platform: process.platform,
};
console.log(JSON.stringify({ area: 'gateway', figures, machine }));

/** Both answer the same rows: otherwise the comparison says nothing. */
async function assertSame(through: string, directly: string): Promise<void> {
  const [one, other] = await Promise.all(
    [through, directly].map(async (url) => ((await (await fetch(url)).json()) as { items: { id: string }[] }).items.map(({ id }) => id)),
  );
  if (!one?.length || JSON.stringify(one) !== JSON.stringify(other)) throw new Error('the two sides answer different rows');
}

/** In turns, so that whatever else the machine does falls on both; the median of the rounds counts. */
async function measure(name: string, through: string, directly: string, together: number): Promise<void> {
  await load(through, together, 2);
  await load(directly, together, 2);
  const runs: { karez: Run; bare: Run }[] = [];
  for (let round = 0; round < rounds; round++)
    runs.push({ karez: await load(through, together, seconds), bare: await load(directly, together, seconds) });
  const of = (side: 'karez' | 'bare', part: keyof Run): number => median(runs.map((run) => run[side][part]));
  for (const [part, unit] of [
    ['perSecond', '1/s'],
    ['p50', 'ms'],
    ['p99', 'ms'],
  ] as const) {
    const peer = `${name}_bare_fastify_pg_${part}`;
    note(peer, of('bare', part), unit);
    note(`${name}_karez_${part}`, of('karez', part), unit);
    note(`${name}_${part}_ratio`, median(runs.map((run) => run.karez[part] / run.bare[part])), 'ratio', peer);
  }
}
