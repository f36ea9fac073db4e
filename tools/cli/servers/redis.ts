import { findBinary } from '../machine/binaries.ts';
import { writePrivately } from '../home.ts';
import { answers } from './probe.ts';
import { findOrInstall, type Server, type Surroundings } from './server.ts';

const packages = { title: 'Redis', apt: ['redis-server'], brew: ['redis'], otherwise: 'give the address of a server in KAREZ_REDIS_URL' };

/** A private Redis; nothing in it outlives a restart, because nothing in it may be the only copy. */
export async function redis(around: Surroundings, given = process.env.KAREZ_REDIS_URL): Promise<Server> {
  if (given) return { name: 'redis', url: given };
  const program = await findOrInstall(() => findBinary('redis-server'), packages, around);
  const port = await around.port('redis');
  const password = around.home.secret('redis');
  const folder = around.home.folder('redis');
  const config = around.home.file('redis', 'redis.conf');
  const settings = ['bind 127.0.0.1', `port ${port}`, `requirepass ${password}`, 'save ""', 'appendonly no', 'maxmemory-policy noeviction'];
  writePrivately(config, `${settings.join('\n')}\n`);
  return {
    name: 'redis',
    url: `redis://:${password}@127.0.0.1:${port}`,
    process: {
      name: 'redis',
      command: program,
      args: [config],
      env: { PATH: process.env.PATH },
      cwd: folder,
      logFile: around.home.file('logs', 'redis.log'),
      ready: () => answers(port, /^(\+PONG|-NOAUTH)/, 'PING\r\n'),
    },
  };
}
