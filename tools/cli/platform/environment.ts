import { join } from 'node:path';
import type { App } from '../apps.ts';
import type { Home } from '../home.ts';
import type { Servers } from '../servers/servers.ts';
import type { DatabaseUrls } from './databases.ts';

/** What the environment of every app is made of. */
export interface PlatformFacts {
  readonly home: Home;
  readonly servers: Servers;
  readonly publicUrl: string;
  readonly edgePort: number;
  /** Database addresses by app. */
  readonly databases: Readonly<Record<string, DatabaseUrls>>;
  /** Health port by app. */
  readonly healthPorts: Readonly<Record<string, number>>;
  /** HTTP port by app, of those that serve HTTP behind the gateway. */
  readonly httpPorts: Readonly<Record<string, number>>;
}

export const dataFolderOf = (app: App, home: Home): string => join(home.path, 'data', app.name);

/** The variables of one app: the machine's own, and exactly the addresses and passwords that it needs. */
export function environmentOf(app: App, facts: PlatformFacts, inherited: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const { home, servers, publicUrl, edgePort, databases, healthPorts, httpPorts } = facts;
  const needs = (need: App['needs'][number]): boolean => app.needs.includes(need);
  const behind = (name: string): string | undefined => (httpPorts[name] ? `http://127.0.0.1:${httpPorts[name]}` : undefined);
  return {
    ...machineEnvironment(inherited),
    NODE_ENV: 'production',
    KAREZ_MODE: inherited.KAREZ_MODE ?? 'development',
    KAREZ_LOG_LEVEL: inherited.KAREZ_LOG_LEVEL ?? 'info',
    KAREZ_PUBLIC_URL: publicUrl,
    KAREZ_DATA_DIR: dataFolderOf(app, home),
    KAREZ_HEALTH_PORT: String(healthPorts[app.name]),
    ...(needs('database') && { KAREZ_DATABASE_URL: databases[app.name]?.runtime }),
    ...(needs('bus') && { KAREZ_NATS_URL: servers.nats.urlFor(app.name), KAREZ_REDIS_URL: servers.redis.url }),
    ...(needs('http') && { KAREZ_HTTP_PORT: String(httpPorts[app.name]), KAREZ_API_URL: `http://127.0.0.1:${edgePort}/api` }),
    ...(needs('clamd') && { KAREZ_CLAMD: servers.clamd?.url }),
    ...(needs('files') && { KAREZ_FILES_URL: behind('files') }),
    ...(needs('edge') && {
      KAREZ_PORT: String(edgePort),
      // the public site writes letters for citizens and says from where they came
      KAREZ_TRUSTED_PROXIES: inherited.KAREZ_TRUSTED_PROXIES ?? '127.0.0.1',
      KAREZ_WEB_PORTAL_URL: behind('web-portal'),
      KAREZ_WEB_OFFICE_URL: behind('web-office'),
      KAREZ_FILES_URL: behind('files'),
    }),
  };
}

/** For migrations and seeding: the app's own variables and the owner's address. */
export function migrationEnvironmentOf(app: App, facts: PlatformFacts): NodeJS.ProcessEnv {
  return { ...environmentOf(app, facts), KAREZ_MIGRATION_URL: facts.databases[app.name]?.migration };
}

/** The launcher's addresses are the administrator's, and npm's variables describe the launcher: no app gets either. */
function machineEnvironment(inherited: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const launcher =
    /^(npm_|INIT_CWD$|NODE_OPTIONS$|KAREZ_(HOME|PORT|LEAF_PORT|LEAF_URL|POSTGRES_URL|NATS_URL|REDIS_URL|CLAMD)$|KAREZ_TEST_)/i;
  return Object.fromEntries(Object.entries(inherited).filter(([name]) => !launcher.test(name)));
}
