// `npm run chaos -- exchange [races|kills|file|partition …]`: what must hold of documents between bodies, whatever happens.
// The parts that are named, or all of them. The last line is JSON; the exit code says whether everything held.
import { setTimeout as pause } from 'node:timers/promises';
import { gather } from '../crowd/crowd.ts';
import { given, openGateway } from '../crowd/open-gateway.ts';
import { TwoNodes } from '../nodes/two-nodes.ts';
import { sendBigFile } from './exchange/big-file.ts';
import { partition } from './exchange/partition.ts';
import { Processes } from './exchange/processes.ts';
import { race } from './exchange/races.ts';
import { Traffic } from './exchange/traffic.ts';

const processes = new Processes(given('KAREZ_TEST_HOME'));
const size = (name: string, otherwise: number): number =>
  Number(/(?<==)\d+$/.exec(process.argv.find((each) => each.startsWith(`--${name}=`)) ?? '')?.[0] ?? otherwise);

/** Each resolves with its figures; `held` is the verdict. */
const parts: Readonly<Record<string, () => Promise<{ held: boolean; figures: object }>>> = {
  races: async () => {
    const gateway = await openGateway();
    try {
      const crowd = await gather(gateway.url, 100, 100);
      const found = await race(crowd, size('races', 10_000));
      return {
        held: found.disputed.length === 0 && found.races >= size('races', 10_000),
        figures: { ...found, disputed: found.disputed.slice(0, 20) },
      };
    } finally {
      gateway.end();
    }
  },
  kills: async () => {
    const crowd = await gather(given('KAREZ_TEST_BASE_URL'), 4, 4);
    const traffic = new Traffic(crowd);
    const killed: string[] = [];
    await pause(2_000);
    for (const name of processes.names.filter((each) => each !== 'clamd')) {
      await processes.kill(name);
      killed.push(name);
      await pause(4_000);
    }
    await processes.loseBroker();
    const toll = await traffic.end();
    return { held: toll.wrong.length === 0 && toll.convergedInSeconds <= 60, figures: { killed, brokerLost: 1, ...toll } };
  },
  file: async () => {
    const crowd = await gather(given('KAREZ_TEST_BASE_URL'), 1, 1);
    const found = await sendBigFile(crowd, processes, size('file', 2 ** 31), 5);
    return { held: found.sameBytes && Object.values(found.growth).every((grown) => grown <= 256), figures: found };
  },
  partition: async () => {
    const nodes = await TwoNodes.start({ folder: `${given('KAREZ_TEST_HOME')}-nodes`, link: 'nats', say: console.log });
    try {
      const found = await partition(nodes, 'nats', 60, 6);
      return { held: found.wrong.length === 0 && found.convergedInSeconds <= 60, figures: found };
    } finally {
      await nodes.end();
    }
  },
};

const named = process.argv.slice(2).filter((each) => !each.startsWith('-'));
const unknown = named.find((each) => !parts[each]);
if (unknown) throw new Error(`there is no part ${unknown}: ${Object.keys(parts).join(', ')}`);
const report: Record<string, object> = {};
for (const name of named.length ? named : Object.keys(parts)) {
  const { held, figures } = await parts[name]!();
  report[name] = { held, ...figures };
  console.log(`${name.padEnd(10)} ${held ? 'held' : 'BROKEN'}  ${JSON.stringify(figures)}`);
  if (!held) process.exitCode = 1;
}
console.log(JSON.stringify({ area: 'exchange', ...report }));
