import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { eventually } from '@karez/testing';
import { Clamd } from '../src/check/clamd.js';
import { eicar } from './samples.js';

/** Where Debian and others put the scanner; absent where it is not installed. */
export const clamdProgram = ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/opt/homebrew/sbin/clamd'].find(
  (path) => spawnSync(path, ['--version']).status === 0,
);

/** A real clamd of one spec alone, with one signature: that of the EICAR test file. */
export class ClamdServer {
  #process: ChildProcess | undefined;

  private constructor(
    readonly address: string,
    private readonly config: string,
  ) {}

  static async start(settings: readonly string[] = []): Promise<ClamdServer> {
    const folder = mkdtempSync(join(tmpdir(), 'karez-clamd-'));
    const port = await freePort();
    const digest = createHash('md5').update(eicar()).digest('hex');
    writeFileSync(join(folder, 'test.hdb'), `${digest}:${eicar().length}:Eicar-Test\n`);
    const config = join(folder, 'clamd.conf');
    const lines = [
      'Foreground yes',
      'TCPAddr 127.0.0.1',
      `TCPSocket ${port}`,
      `DatabaseDirectory ${folder}`,
      `TemporaryDirectory ${folder}`,
      ...settings,
    ];
    writeFileSync(config, `${lines.join('\n')}\n`);
    const server = new ClamdServer(`127.0.0.1:${port}`, config);
    await server.again();
    return server;
  }

  async again(): Promise<void> {
    this.#process = spawn(clamdProgram!, ['--config-file', this.config], { stdio: 'ignore' });
    const [host, port] = this.address.split(':') as [string, string];
    await eventually(() => new Clamd({ host, port: Number(port) }).version(), { timeoutMs: 20_000 });
  }

  /** For good. */
  async stop(): Promise<void> {
    await this.kill();
    rmSync(dirname(this.config), { recursive: true, force: true });
  }

  async kill(): Promise<void> {
    const running = this.#process;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const gone = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGKILL');
    await gone;
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
