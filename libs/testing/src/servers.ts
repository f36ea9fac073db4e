import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { given } from './environment.js';
import { eventually } from './eventually.js';

/** A server of one spec alone: the spec may kill it, wipe it and start it again at the same address. */
export interface TestServer {
  readonly url: string;
  /** Starts it again after `stop`; resolves when it answers. */
  start(): Promise<void>;
  /** Ends it, at once with 'SIGKILL'; resolves when it is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Sends a signal without waiting, such as SIGSTOP and SIGCONT. */
  signal(signal: NodeJS.Signals): void;
  /** Deletes everything it has stored. Only while it is stopped. */
  wipe(): void;
}

/** A NATS server with JetStream, started in about 50 ms; its one user may do everything. `more` and `stream` are merged into its configuration. */
export async function testNats(more: object = {}, stream: object = {}): Promise<TestServer> {
  const port = await freePort();
  const folder = folderFor('nats');
  const config = join(folder, 'nats.conf');
  writeFileSync(
    config,
    JSON.stringify({ listen: `127.0.0.1:${port}`, jetstream: { store_dir: join(folder, 'store'), ...stream }, ...more }),
  );
  return started({ url: `nats://127.0.0.1:${port}`, port, store: join(folder, 'store'), ready: /"jetstream":true/, hello: '' }, () =>
    launch(given('KAREZ_TEST_NATS_SERVER'), ['-c', config], folder),
  );
}

/** An empty Redis. */
export async function testRedis(): Promise<TestServer> {
  const port = await freePort();
  const folder = folderFor('redis');
  const args = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no', '--dir', folder];
  return started({ url: `redis://127.0.0.1:${port}`, port, store: join(folder, 'store'), ready: /PONG/, hello: 'PING\r\n' }, () =>
    launch(given('KAREZ_TEST_REDIS_SERVER'), args, folder),
  );
}

interface Address {
  readonly url: string;
  readonly port: number;
  readonly store: string;
  readonly ready: RegExp;
  readonly hello: string;
}

async function started({ url, port, store, ready, hello }: Address, spawnServer: () => ChildProcess): Promise<TestServer> {
  let child: ChildProcess | undefined;
  const ended = (): boolean => !child || child.exitCode !== null || child.signalCode !== null;
  const server: TestServer = {
    url,
    async start() {
      if (ended()) child = spawnServer();
      await eventually(() => answers(port, ready, hello));
    },
    async stop(signal = 'SIGTERM') {
      if (ended() || !child) return;
      const gone = new Promise((resolve) => child?.once('exit', resolve));
      child.kill(signal);
      if (signal !== 'SIGKILL') child.kill('SIGCONT');
      await gone;
    },
    signal: (signal) => void child?.kill(signal),
    wipe: () => rmSync(store, { recursive: true, force: true }),
  };
  await server.start();
  return server;
}

/** Not detached: what a spec forgets ends with the run's process group, and does not keep the run from ending. */
function launch(program: string, args: string[], folder: string): ChildProcess {
  const log = openSync(join(folder, 'log'), 'a');
  const child = spawn(program, args, { stdio: ['ignore', log, log] });
  closeSync(log);
  child.unref();
  return child;
}

function folderFor(name: string): string {
  const folder = join(given('KAREZ_TEST_HOME'), 'servers', `${name}-${randomBytes(5).toString('hex')}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function answers(port: number, ready: RegExp, hello: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 1000 });
    const refuse = (): void => {
      socket.destroy();
      reject(new Error(`no answer on port ${port}`));
    };
    socket.once('error', refuse).once('timeout', refuse).once('close', refuse);
    socket.once('data', (chunk) => (ready.test(chunk.toString('latin1')) ? (resolve(), socket.destroy()) : refuse()));
    socket.write(hello);
  });
}
