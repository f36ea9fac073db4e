import { spawnSync } from 'node:child_process';
import { findBinary } from '../machine/binaries.ts';
import { writePrivately } from '../home.ts';
import { portFrom } from '../options.ts';
import { natsConfig, type NatsSettings, type NatsUser } from './nats-config.ts';
import { answers } from './probe.ts';
import { readServiceGraph, usersOf } from './service-graph.ts';
import { findOrInstall, type Server, type Surroundings } from './server.ts';

const packages = {
  title: 'NATS',
  apt: ['nats-server'],
  brew: ['nats-server'],
  otherwise: 'give the address of a server in KAREZ_NATS_URL',
};

export interface NatsServer extends Server {
  /** Address with the name and password of one service; a server that is somebody else's has one address for all. */
  urlFor(service: string): string;
}

/** A private NATS with JetStream: one user for each service, allowed what the service graph says, and the operator. */
export async function nats(around: Surroundings, given = process.env.KAREZ_NATS_URL): Promise<NatsServer> {
  if (given) return { name: 'nats', url: given, urlFor: () => given };
  const program = await findOrInstall(() => findBinary('nats-server'), packages, around);
  const port = await around.port('nats');
  const password = (user: string): string => around.home.secret(`nats.${user}`);
  const users: NatsUser[] = [
    { user: 'operator', password: password('operator') },
    ...usersOf(readServiceGraph()).map(({ user, permissions }) => ({ user, password: password(user), permissions })),
  ];
  const config = around.home.file('nats', 'nats.conf');
  writePrivately(
    config,
    natsConfig({
      ...{ port, storeDir: around.home.folder('nats', 'data'), users, syncAlways: supportsSyncInterval(program) },
      ...leafOf(around),
    }),
  );
  const urlFor = (user: string): string => `nats://${user}:${password(user)}@127.0.0.1:${port}`;
  return {
    name: 'nats',
    url: urlFor('operator'),
    urlFor,
    process: {
      name: 'nats',
      command: program,
      args: ['-c', config],
      env: { PATH: process.env.PATH },
      cwd: around.home.folder('nats'),
      logFile: around.home.file('logs', 'nats.log'),
      ready: () => answers(port, /^INFO \{.*"jetstream":true/),
    },
  };
}

/** KAREZ_LEAF_PORT: leaf nodes of other nodes are accepted there. KAREZ_LEAF_URL: the node whose broker this one joins. KAREZ_NODE names this one. */
function leafOf({ home }: Surroundings, { KAREZ_NODE, KAREZ_LEAF_PORT, KAREZ_LEAF_URL } = process.env): Pick<NatsSettings, 'leaf'> {
  if (!KAREZ_LEAF_PORT && !KAREZ_LEAF_URL) return {};
  const accept = KAREZ_LEAF_PORT
    ? { accept: { port: portFrom(KAREZ_LEAF_PORT, 'KAREZ_LEAF_PORT'), password: home.secret('nats.leaf') } }
    : {};
  return { leaf: { node: KAREZ_NODE ?? 'province', ...accept, ...(KAREZ_LEAF_URL && { join: KAREZ_LEAF_URL }) } };
}

function supportsSyncInterval(program: string): boolean {
  return atLeast(spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout, 2, 10);
}

/** Whether a line like "nats-server: v2.9.10" names that version or a later one. */
export function atLeast(line: string, major: number, minor: number): boolean {
  const [, foundMajor = 0, foundMinor = 0] = (/v(\d+)\.(\d+)/.exec(line) ?? []).map(Number);
  return foundMajor > major || (foundMajor === major && foundMinor >= minor);
}
