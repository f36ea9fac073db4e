import { writeFileSync } from 'node:fs';
import { findBinary } from '../machine/binaries.ts';
import { writePrivately } from '../home.ts';
import { answers } from './probe.ts';
import type { Server, Surroundings } from './server.ts';

/** Where the packages of Debian and brew put the socket of the machine's daemon. */
const sockets = ['/run/clamav/clamd.ctl', '/opt/homebrew/var/run/clamav/clamd.sock', '/usr/local/var/run/clamav/clamd.sock'];
/** SHA-256 and length of the EICAR test file: the one signature that a scanner for tests needs. */
const eicarSignature = '275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f:68:Eicar-Test-Signature\n';

/**
 * The virus scanner, when it is there: the one that KAREZ_CLAMD names ("host:port", a socket's path, or "off"), else the machine's own
 * daemon. Karez starts none for a platform, because a daemon with all signatures takes a gigabyte and half a minute. Tests get a private
 * one with a single signature; a real platform must not claim to have scanned with that.
 */
export async function clamd(around: Surroundings, given = process.env.KAREZ_CLAMD): Promise<Server | undefined> {
  if (given === 'off') return undefined;
  if (given) return { name: 'clamd', url: given };
  if (around.throwAway) return scannerForTests(around);
  for (const socket of sockets) if (await answers(socket, /^PONG/, 'zPING\0')) return { name: 'clamd', url: socket };
  return undefined;
}

async function scannerForTests(around: Surroundings): Promise<Server | undefined> {
  const program = findBinary('clamd');
  if (!program) return undefined;
  const port = await around.port('clamd');
  writeFileSync(around.home.file('clamd', 'signatures', 'eicar.hsb'), eicarSignature);
  const config = around.home.file('clamd', 'clamd.conf');
  const settings = [
    'Foreground yes',
    'TCPAddr 127.0.0.1',
    `TCPSocket ${port}`,
    `DatabaseDirectory ${around.home.folder('clamd', 'signatures')}`,
    `TemporaryDirectory ${around.home.folder('clamd')}`,
    'StreamMaxLength 512M',
    'MaxFileSize 512M',
    'MaxScanSize 1024M',
    'AlertExceedsMax yes',
  ];
  writePrivately(config, `${settings.join('\n')}\n`);
  return {
    name: 'clamd',
    url: `127.0.0.1:${port}`,
    process: {
      name: 'clamd',
      command: program,
      args: ['--config-file', config],
      env: { PATH: process.env.PATH },
      cwd: around.home.folder('clamd'),
      logFile: around.home.file('logs', 'clamd.log'),
      ready: () => answers(port, /^PONG/, 'zPING\0'),
    },
  };
}
