/** The settings that every service reads, each from the environment variable named beside it. */
export interface Environment {
  /** KAREZ_MODE: `production` holds the strict gates. */
  readonly mode: 'development' | 'production';
  /** KAREZ_DATABASE_URL: the runtime role, which may not change tables. */
  readonly databaseUrl: string;
  /** KAREZ_MIGRATION_URL: the owner, for `migrate` only. */
  readonly migrationUrl: string | undefined;
  /** KAREZ_NATS_URL */
  readonly natsUrl: string;
  /** KAREZ_NATS_REPLICAS: copies of each event stream. */
  readonly natsReplicas: number;
  /** KAREZ_REDIS_URL */
  readonly redisUrl: string | undefined;
  /** KAREZ_HEALTH_PORT: probes and metrics. */
  readonly healthPort: number;
  /** KAREZ_HEALTH_HOST: loopback unless told. */
  readonly healthHost: string;
  /** KAREZ_PUBLIC_URL: the one base of every link that is sent out. */
  readonly publicUrl: string;
  /** KAREZ_DATA_DIR */
  readonly dataDir: string;
  /** KAREZ_LOG_LEVEL */
  readonly logLevel: string;
}
type Variables = Readonly<Record<string, string | undefined>>;

/** @throws Error naming the variable that is missing or wrong, in one sentence */
export function readEnvironment(variables: Variables = process.env): Environment {
  const mode = variables.KAREZ_MODE ?? 'production';
  if (mode !== 'development' && mode !== 'production') throw new Error(`KAREZ_MODE is ${mode}; it must be development or production`);
  return {
    mode,
    databaseUrl: variables.KAREZ_DATABASE_URL ?? '',
    migrationUrl: variables.KAREZ_MIGRATION_URL,
    natsUrl: required(variables, 'KAREZ_NATS_URL'),
    natsReplicas: number(variables, 'KAREZ_NATS_REPLICAS', mode === 'production' ? 3 : 1),
    redisUrl: variables.KAREZ_REDIS_URL,
    healthPort: number(variables, 'KAREZ_HEALTH_PORT', 0),
    healthHost: variables.KAREZ_HEALTH_HOST ?? '127.0.0.1',
    publicUrl: (variables.KAREZ_PUBLIC_URL ?? 'http://127.0.0.1:3000').replace(/\/$/, ''),
    dataDir: variables.KAREZ_DATA_DIR ?? '.karez/data',
    logLevel: variables.KAREZ_LOG_LEVEL ?? 'info',
  };
}

export function required(variables: Variables, name: string): string {
  const value = variables[name];
  if (!value) throw new Error(`${name} is not set; the service cannot start without it`);
  return value;
}

export function number(variables: Variables, name: string, otherwise: number): number {
  const value = variables[name];
  if (value === undefined || value === '') return otherwise;
  const parsed = Number(value);
  if (!Number.isInteger(parsed) || parsed < 0) throw new Error(`${name} is ${value}; it must be a whole number`);
  return parsed;
}
