import { join } from 'node:path';
import { siteFrom, type Site } from './site.js';

/** The portal's whole environment; every value has a default that suits a platform on one machine. */
export interface PortalConfig {
  readonly host: string;
  readonly port: number;
  /** Base URL of the operations, without a slash at the end. */
  readonly apiUrl: string;
  /** Scheme and host that absolute links are made of; never taken from a request. */
  readonly publicUrl: string;
  /** File that keeps the last good directory; absent without KAREZ_DATA_DIR. */
  readonly directoryFile?: string;
  readonly directoryRefreshMs: number;
  /** How long open connections are answered and ended, before the listener closes. */
  readonly drainMs: number;
  readonly logLevel: string;
  readonly site: Site;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws Error naming the variable that cannot be used */
export function configFrom(environment: Environment): PortalConfig {
  const dataDir = environment['KAREZ_DATA_DIR'];
  return {
    host: environment['KAREZ_HTTP_HOST'] ?? '127.0.0.1',
    port: wholeNumber(environment, 'KAREZ_HTTP_PORT', 3010),
    apiUrl: baseUrl(environment, 'KAREZ_API_URL', 'http://127.0.0.1:3000/api'),
    publicUrl: baseUrl(environment, 'KAREZ_PUBLIC_URL', 'http://127.0.0.1:3000'),
    ...(dataDir && { directoryFile: join(dataDir, 'directory.json') }),
    directoryRefreshMs: wholeNumber(environment, 'KAREZ_DIRECTORY_REFRESH_SECONDS', 60) * 1000,
    drainMs: 500,
    logLevel: environment['KAREZ_LOG_LEVEL'] ?? 'info',
    site: siteFrom(environment),
  };
}

function wholeNumber(environment: Environment, name: string, otherwise: number): number {
  const value = environment[name];
  if (value === undefined || value === '') return otherwise;
  if (!/^\d{1,7}$/.test(value)) throw new Error(`${name} must be a whole number, not "${value}"`);
  return Number(value);
}

function baseUrl(environment: Environment, name: string, otherwise: string): string {
  const value = environment[name] || otherwise;
  if (!/^https?:\/\//.test(value) || !URL.canParse(value)) throw new Error(`${name} must be an http or https address, not "${value}"`);
  return value.replace(/\/+$/, '');
}
