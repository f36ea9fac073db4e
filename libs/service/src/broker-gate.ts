import type { Bus } from '@karez/messaging';
import type { Environment } from './environment.js';

const oldest = [2, 10, 27] as const;

/**
 * Production refuses a broker with known holes (CVE-2025-30215) or without `sync_interval`, which came with 2.10.
 * @throws Error at start
 */
export function assertBroker({ connection }: Bus, { mode }: Environment): void {
  const version = connection.info?.version ?? '0.0.0';
  if (mode === 'production' && older(version))
    throw new Error(`nats-server ${version} is older than ${oldest.join('.')}; production refuses it`);
}

function older(version: string): boolean {
  const parts = version.split('.').map((part) => Number.parseInt(part, 10));
  for (const [index, least] of oldest.entries()) if (parts[index] !== least) return (parts[index] ?? 0) < least;
  return false;
}
