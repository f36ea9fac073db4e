import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from '../bench/gateway/processes.ts';

export function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run it with: npm run bench|chaos -- <area>`);
  return value;
}

export interface OpenGateway {
  readonly url: string;
  readonly pid: number;
  end(): void;
}

/** A gateway of its own before the platform's services: the same program, with limits that let a crowd from one address through. */
export async function openGateway(): Promise<OpenGateway> {
  const dataDir = mkdtempSync(join(tmpdir(), 'karez-crowd-'));
  const plenty = '100000000/60';
  const ports = JSON.parse(readFileSync(join(given('KAREZ_TEST_HOME'), 'ports.json'), 'utf8')) as Record<string, number>;
  const { child, url } = await start([join(import.meta.dirname, '../../apps/gateway/dist/main.js')], {
    ...{ NODE_ENV: 'production', KAREZ_MODE: 'development', KAREZ_LOG_LEVEL: 'info', KAREZ_PORT: '0', KAREZ_DATA_DIR: dataDir },
    ...{ KAREZ_NATS_URL: given('KAREZ_TEST_NATS_URL'), KAREZ_REDIS_URL: given('KAREZ_TEST_REDIS_URL') },
    ...{ KAREZ_GATEWAY_KEY: randomBytes(32).toString('hex'), KAREZ_LIMIT_ADDRESS: plenty, KAREZ_LIMIT_SESSION: plenty },
    ...{ KAREZ_LIMIT_SIGN_IN: plenty, KAREZ_FILES_URL: `http://127.0.0.1:${ports.files}` },
  });
  const end = (): void => {
    child.kill('SIGTERM');
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url, pid: child.pid!, end };
}
