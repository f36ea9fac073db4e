// `npm run bench -- approval [--peers] [--cases=N]`: one procedure with five human steps through libs/workflow, beside the same rows by bare SQL;
// with --peers also beside bpmn-engine and DBOS, in the same run on the same PostgreSQL, in turn.
import { cpus, totalmem } from 'node:os';
import { bareSql } from './approval/bare-sql.ts';
import { drive, type Driven, type Driver } from './approval/drive.ts';
import { karez } from './approval/karez.ts';
import { Peers } from './approval/peers.ts';
import { median } from './gateway/load.ts';

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
const cases = Number(/--cases=(\d+)/.exec(process.argv.join(' '))?.[1] ?? 200);
const rounds = 5;
const warmUps = 50;

const peers = process.argv.includes('--peers') ? new Peers() : undefined;
const drivers: Driver[] = [await karez(), await bareSql(), ...(peers ? [await peers.bpmnEngine(), await peers.dbos()] : [])];
try {
  for (const driver of drivers) await drive(driver, warmUps);
  const runs = new Map<string, Driven[]>(drivers.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) for (const driver of drivers) runs.get(driver.name)!.push(await drive(driver, cases));
  for (const driver of drivers) await driver.assertDone(warmUps + rounds * cases);
  const perSecond = (name: string): number => median(runs.get(name)!.map((run) => run.perSecond));
  for (const { name } of drivers) {
    note(`${name}_completions_per_second`, perSecond(name), '1/s');
    note(`${name}_p50`, median(runs.get(name)!.map(({ p50 }) => p50)), 'ms');
    note(`${name}_p99`, median(runs.get(name)!.map(({ p99 }) => p99)), 'ms');
  }
  for (const { name } of drivers.slice(1))
    note(`karez_to_${name}`, perSecond('karez') / perSecond(name), 'ratio', `${name}_completions_per_second`);
} finally {
  for (const driver of drivers) await driver.close();
  peers?.remove();
}

if (!process.argv.includes('--json'))
  for (const [name, { value, unit, ratioTo }] of Object.entries(figures))
    console.log(`${name.padEnd(44)} ${String(value).padStart(10)} ${unit}${ratioTo ? ` to ${ratioTo}` : ''}`);
const machine = {
  ...{ cpus: cpus().length, cpu: cpus()[0]?.model ?? '', memoryGB: Math.round(totalmem() / 2 ** 30) },
  ...{ node: process.version, platform: process.platform },
};
console.log(JSON.stringify({ area: 'approval', cases, rounds, figures, machine }));
