import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GatewayEnvironment } from '../gateway-environment.js';

/** The key of the CSRF values: given for all replicas, or this machine's own, made at the first start and readable by its user alone. */
export function gatewayKey({ key, dataDir }: Pick<GatewayEnvironment, 'key' | 'dataDir'>): string {
  if (key) return key;
  const file = join(dataDir, 'gateway.key');
  mkdirSync(dataDir, { recursive: true });
  try {
    // `wx`: of two processes that start together one makes it and both read the same
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8');
}
