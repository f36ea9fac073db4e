import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../../nodes/node-client.ts';

/** The processes of a platform, servers too, as its launcher keeps account of them. */
export class Processes {
  readonly #home: string;
  constructor(home: string) {
    this.#home = home;
  }

  get names(): string[] {
    return this.#all().map(({ name }) => name);
  }

  pid(name: string): number {
    const found = this.#all().find((each) => each.name === name);
    if (!found) throw new Error(`no process ${name}`);
    return found.pid;
  }

  /** `kill -9`, and until it was started again. */
  async kill(name: string): Promise<void> {
    const before = this.pid(name);
    process.kill(before, 'SIGKILL');
    await until(async () => (this.pid(name) !== before ? true : undefined));
  }

  /** The broker is killed and everything it kept is gone. */
  async loseBroker(): Promise<void> {
    const before = this.pid('nats');
    process.kill(before, 'SIGKILL');
    rmSync(join(this.#home, 'nats', 'data'), { recursive: true, force: true });
    await until(async () => (this.pid('nats') !== before ? true : undefined));
  }

  /** Resident memory of each, in MB. */
  memory(): Map<string, number> {
    return new Map(this.#all().map(({ name, pid }) => [name, residentOf(pid)]));
  }

  #all(): { readonly name: string; readonly pid: number }[] {
    return JSON.parse(readFileSync(join(this.#home, 'state.json'), 'utf8')).processes;
  }
}

function residentOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
