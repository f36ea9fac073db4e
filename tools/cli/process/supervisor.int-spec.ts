import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@karez/testing';
import { Home } from '../home.ts';
import { endLeftovers, Instance, runningInstance } from '../instance.ts';
import type { ProcessSpec } from './child.ts';
import { identify, isAlive } from './identity.ts';
import { backOff, Supervisor, type ProcessState } from './supervisor.ts';

const folder = mkdtempSync(join(tmpdir(), 'karez-supervisor-'));

function spec(name: string, script: string, ready: () => Promise<boolean> = async () => true): ProcessSpec {
  return {
    name,
    command: process.execPath,
    args: ['-e', script],
    env: { JOURNAL: join(folder, 'journal') },
    cwd: folder,
    logFile: join(folder, `${name}.log`),
    ready,
  };
}
const staying = (name: string): string =>
  `process.on('SIGTERM', () => { require('fs').appendFileSync(process.env.JOURNAL, '${name} '); process.exit(0); }); require('fs').writeFileSync('${name}.up', ''); setInterval(() => {}, 1000)`;

it('waits longer before each restart in a row, and half a minute at most', () => {
  expect([1, 2, 3, 7, 20].map(backOff)).toEqual([500, 1000, 2000, 30_000, 30_000]);
});

it('starts a killed process again and says so', async () => {
  const lines: string[] = [];
  let states: ProcessState[] = [];
  const supervisor = new Supervisor(
    (now) => (states = now),
    (line) => lines.push(line),
  );
  await supervisor.start(spec('crasher', 'setInterval(() => {}, 1000)'));
  const [first] = states as [ProcessState];
  process.kill(first.pid, 'SIGKILL');
  await eventually(() => expect(states[0]).toMatchObject({ name: 'crasher', restarts: 1 }));
  expect(states[0]?.pid).not.toBe(first.pid);
  expect(lines).toEqual([expect.stringContaining('crasher ended (by SIGKILL), starting it again in 0.5 s')]);
  await supervisor.stop();
});

it('stops in the opposite order of the start, and starts nothing again', async () => {
  const supervisor = new Supervisor();
  for (const name of ['server', 'service', 'edge'])
    await supervisor.start(spec(name, staying(name), async () => existsSync(join(folder, `${name}.up`))));
  await supervisor.stop();
  expect(readFileSync(join(folder, 'journal'), 'utf8')).toBe('edge service server ');
  await expect(supervisor.start(spec('late', ''))).rejects.toThrow('stopped while starting');
});

it('shows the end of the log of what does not start', async () => {
  const supervisor = new Supervisor();
  const start = supervisor.start(spec('broken', `console.error('no address given'); process.exit(3)`, async () => false));
  await expect(start).rejects.toThrow(/broken ended at once \(code 3\)[^]*no address given/);
  await supervisor.stop();
});

describe('an instance', () => {
  const deadOwner = async (): Promise<NonNullable<ReturnType<typeof identify>>> => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const owner = identify(child.pid ?? -1);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    if (!owner) throw new Error('the owner was never seen');
    return owner;
  };

  it('belongs to one living process', async () => {
    const home = new Home(join(folder, 'one'));
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    home.writeJson('lock.json', identify(other.pid ?? -1));
    expect(await Instance.claim(home)).toBeUndefined();
    other.kill('SIGKILL');
    await new Promise((resolve) => other.once('exit', resolve));
    const instance = await Instance.claim(home);
    expect(runningInstance(home)).toMatchObject({ phase: 'starting', owner: { pid: process.pid } });
    instance?.release();
    expect(runningInstance(home)).toBeUndefined();
  });

  it('whose owner was killed leaves nothing running behind the next start', async () => {
    const home = new Home(join(folder, 'two'));
    const orphan = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' });
    const identity = identify(orphan.pid ?? -1);
    home.writeJson('state.json', {
      owner: await deadOwner(),
      phase: 'running',
      processes: [{ name: 'redis', ...identity, since: '', restarts: 0 }],
    });
    expect(runningInstance(home)).toBeUndefined();
    await endLeftovers(home);
    expect(isAlive(identity)).toBe(false);
  });

  it('never ends a stranger that has the pid of one of its dead processes', async () => {
    const home = new Home(join(folder, 'three'));
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const processes = [{ name: 'redis', pid: stranger.pid, born: 'another boot:1', since: '', restarts: 0 }];
    home.writeJson('state.json', { owner: await deadOwner(), phase: 'running', processes });
    await endLeftovers(home);
    expect(isAlive(identify(stranger.pid ?? -1))).toBe(true);
    stranger.kill('SIGKILL');
  });
});
