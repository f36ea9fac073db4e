export interface OfficeConfig {
  readonly host: string;
  readonly port: number;
  /** Whether the public address is https; over http a browser must not be told to insist on it. */
  readonly secure: boolean;
}

/** @throws Error naming the variable that cannot be used */
export function configFrom(environment: Readonly<Record<string, string | undefined>>): OfficeConfig {
  const port = environment['KAREZ_HTTP_PORT'] || '3020';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new Error(`KAREZ_HTTP_PORT must be a port, not "${port}"`);
  return {
    host: environment['KAREZ_HTTP_HOST'] || '127.0.0.1',
    port: Number(port),
    secure: (environment['KAREZ_PUBLIC_URL'] ?? '').startsWith('https:'),
  };
}
