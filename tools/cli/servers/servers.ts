import type { Home } from '../home.ts';
import { choosePort } from '../ports.ts';
import type { Supervisor } from '../process/supervisor.ts';
import type { Progress } from '../progress.ts';
import { clamd } from './clamd.ts';
import { nats, type NatsServer } from './nats.ts';
import { postgres } from './postgres.ts';
import { redis } from './redis.ts';
import type { Server, Surroundings } from './server.ts';

export interface Servers {
  readonly postgres: Server;
  readonly nats: NatsServer;
  readonly redis: Server;
  /** Absent when the machine has no virus scanner. */
  readonly clamd?: Server;
}

/** Ports of one home: kept in ports.json, so that addresses stay the same between two starts. */
export function portsOf(home: Home): (name: string) => Promise<number> {
  const ports = home.readJson<Record<string, number>>('ports.json') ?? {};
  const taken = new Set<number>();
  return async (name) => {
    const port = await choosePort(ports[name], taken);
    taken.add(port);
    if (ports[name] !== port) home.writeJson('ports.json', Object.assign(ports, { [name]: port }));
    return port;
  };
}

/** Brings up the servers that are not given by an address; resolves when all answer. */
export async function startServers(around: Surroundings, supervisor: Supervisor): Promise<Servers> {
  const servers = [await postgres(around), await nats(around), await redis(around), await clamd(around)] as const;
  const own = servers.flatMap((server) => (server?.process ? [server.process] : []));
  if (own.length > 0) {
    await around.progress.during(`Starting ${own.map(({ name }) => name).join(', ')}`, async () => {
      await Promise.all(own.map((spec) => supervisor.start(spec, spec.name === 'clamd' ? 120_000 : 30_000)));
    });
  }
  return { postgres: servers[0], nats: servers[1], redis: servers[2], ...(servers[3] && { clamd: servers[3] }) };
}

export function surroundingsOf(home: Home, progress: Progress, throwAway: boolean): Surroundings {
  return { home, progress, port: portsOf(home), throwAway };
}
