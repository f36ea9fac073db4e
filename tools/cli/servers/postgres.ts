import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { Failure } from '../failure.ts';
import { findBinary, postgresFolders } from '../machine/binaries.ts';
import { run, sizeOf, tail } from '../process/run.ts';
import { postgresPlace, type Place } from './postgres-place.ts';
import { findOrInstall, type Server, type Surroundings } from './server.ts';

const oldestMajor = 15;
const packages = {
  title: 'PostgreSQL',
  apt: ['postgresql'],
  brew: ['postgresql@17'],
  otherwise: 'give the address of a server in KAREZ_POSTGRES_URL',
};

/** A private PostgreSQL on the loopback with a generated password, or the server that KAREZ_POSTGRES_URL names. */
export async function postgres(around: Surroundings, given = process.env.KAREZ_POSTGRES_URL): Promise<Server> {
  if (given) return { name: 'postgres', url: given };
  const place = postgresPlace(around.home);
  const data = join(place.folder, 'data');
  const programs = await findOrInstall(() => programsFor(data), packages, around);
  const port = await around.port('postgres');
  const password = around.home.secret('postgres');
  const logFile = around.home.file('logs', 'postgres.log');
  if (!existsSync(data)) await createCluster(programs, place, password, logFile);
  const url = `postgres://karez:${password}@127.0.0.1:${port}/postgres`;
  return {
    name: 'postgres',
    url,
    process: {
      name: 'postgres',
      command: join(programs, 'postgres'),
      args: ['-D', data, '-p', String(port), ...settings(around.throwAway)],
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
      cwd: place.folder,
      user: place.user,
      logFile,
      stopSignal: 'SIGINT', // "fast": open transactions are rolled back
      ready: () => accepts(url),
    },
  };
}

/** Folder of the programs; an existing data folder is opened by the version that made it. */
function programsFor(data: string): string | undefined {
  const onPath = findBinary('postgres');
  const found = postgresFolders().filter(({ major }) => major >= oldestMajor);
  const made = existsSync(join(data, 'PG_VERSION')) ? Number(readFileSync(join(data, 'PG_VERSION'), 'utf8')) : undefined;
  if (made === undefined) return found[0]?.folder ?? (onPath && join(onPath, '..'));
  const same = found.find(({ major }) => major === made)?.folder ?? (found.length === 0 && onPath ? join(onPath, '..') : undefined);
  if (same) return same;
  throw new Failure(`${data} was made by PostgreSQL ${made}, which is not on this machine: install it, or start anew with: npm run reset`);
}

async function createCluster(programs: string, { folder, user }: Place, password: string, logFile: string): Promise<void> {
  const draft = join(folder, 'data.draft');
  const passwordFile = join(folder, 'password');
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  const args = [
    '-D',
    draft,
    '-U',
    'karez',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ];
  const logged = sizeOf(logFile);
  const code = await run(join(programs, 'initdb'), args, { logFile, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C' }, user });
  rmSync(passwordFile);
  if (code !== 0) throw new Failure(`PostgreSQL could not create its data folder in ${folder}:\n${tail(logFile, 8, logged)}`);
  renameSync(draft, join(folder, 'data'));
}

function settings(throwAway: boolean): string[] {
  const values = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    timezone: 'UTC',
    log_timezone: 'UTC',
    synchronous_commit: 'on',
    fsync: throwAway ? 'off' : 'on',
    full_page_writes: throwAway ? 'off' : 'on',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function accepts(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } finally {
    await client.end().catch(() => undefined);
  }
}
