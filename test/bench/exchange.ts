// `npm run bench -- exchange`: one document with three attachments to 500 bodies, beside the same rows by bare SQL
// and the same messages through bare JetStream in the same run.
import { cpus, totalmem } from 'node:os';
import { gather } from '../crowd/crowd.ts';
import { given, openGateway } from '../crowd/open-gateway.ts';
import { Rows } from './exchange/bare.ts';
import { fanOut } from './exchange/fan-out.ts';
import { median } from './gateway/load.ts';
import { memoryOf, processesOf } from './gateway/processes.ts';

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
const recipients = 500;
const rounds = 3;
const memory = (): Map<string, number> =>
  new Map(processesOf(given('KAREZ_TEST_STATE')).map(({ name, pid }) => [name, memoryOf(pid)] as const));

const gateway = await openGateway();
try {
  const crowd = await gather(gateway.url, recipients, 0);
  const rows = await Rows.open();
  await fanOut(crowd, crowd.bodies.slice(0, 20));
  const before = memory();
  const seconds: number[] = [];
  const bare: { sql: number; stream: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const since = await rows.now();
    seconds.push(await fanOut(crowd, crowd.bodies));
    const written = await rows.writtenSince(since);
    note('rows_per_recipient', written.rows / recipients, 'rows');
    note('messages_per_recipient', written.messages.length / recipients, 'messages');
    bare.push({ sql: await rows.writeAgain(written, recipients), stream: await rows.publishAgain(written) });
  }
  await rows.close();
  note('bare_recipients_per_second', recipients / median(bare.map(({ sql, stream }) => sql + stream)), '1/s');
  note('bare_sql_seconds', median(bare.map(({ sql }) => sql)), 's');
  note('bare_jetstream_seconds', median(bare.map(({ stream }) => stream)), 's');
  note('karez_seconds', median(seconds), 's');
  note('karez_recipients_per_second', recipients / median(seconds), '1/s');
  const ratio = median(seconds.map((each, at) => (bare[at]!.sql + bare[at]!.stream) / each));
  note('recipients_per_second_ratio', ratio, 'ratio', 'bare_recipients_per_second');
  for (const [name, megabytes] of memory()) note(`memory_growth_${name}`, megabytes - (before.get(name) ?? megabytes), 'MB');
} finally {
  gateway.end();
}

if (!process.argv.includes('--json'))
  for (const [name, { value, unit, ratioTo }] of Object.entries(figures))
    console.log(`${name.padEnd(44)} ${String(value).padStart(10)} ${unit}${ratioTo ? ` to ${ratioTo}` : ''}`);
const machine = {
  ...{ cpus: cpus().length, cpu: cpus()[0]?.model ?? '', memoryGB: Math.round(totalmem() / 2 ** 30) },
  ...{ node: process.version, platform: process.platform },
};
console.log(JSON.stringify({ area: 'exchange', figures, machine }));
