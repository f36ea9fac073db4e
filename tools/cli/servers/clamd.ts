import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { findBinary } from '../machine/binaries.ts';
import { writePrivately } from '../home.ts';
import { answers } from './probe.ts';
import type { Server, Surroundings } from './server.ts';

const systemSignatures = '/var/lib/clamav';
/** SHA-256 and length of the EICAR test file: the one signature that a scanner for tests needs. */
const eicarSignature = '275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f:68:Eicar-Test-Signature\n';

/**
 * The virus scanner, when it is there: the one that KAREZ_CLAMD names ("host:port"), or a private clamd when the machine has the
 * program and signatures. Tests bring a signature of their own; a real scanner must not claim to know more than it does.
 */
export async function clamd(around: Surroundings, given = process.env.KAREZ_CLAMD): Promise<Server | undefined> {
  if (given === 'off') return undefined;
  if (given) return { name: 'clamd', url: given };
  const program = findBinary('clamd');
  if (!program || !(around.throwAway || hasSignatures(systemSignatures))) return undefined;
  const port = await around.port('clamd');
  const signatures = around.throwAway ? around.home.folder('clamd', 'signatures') : systemSignatures;
  if (around.throwAway) writeFileSync(around.home.file('clamd', 'signatures', 'eicar.hsb'), eicarSignature);
  const config = around.home.file('clamd', 'clamd.conf');
  const settings = [
    'Foreground yes',
    'TCPAddr 127.0.0.1',
    `TCPSocket ${port}`,
    `DatabaseDirectory ${signatures}`,
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

function hasSignatures(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).some((name) => /^(main|daily)\.(cvd|cld)$/.test(name));
}
