import { apps, type App } from '../apps.ts';
import { Home } from '../home.ts';
import { environmentOf, migrationEnvironmentOf, type PlatformFacts } from './environment.ts';

const facts: PlatformFacts = {
  home: new Home('/nowhere/karez'),
  servers: {
    postgres: { name: 'postgres', url: 'postgres://admin:admin-secret@db/postgres' },
    nats: { name: 'nats', url: 'nats://operator:operator-secret@bus', urlFor: (service) => `nats://${service}:own-secret@bus` },
    redis: { name: 'redis', url: 'redis://:shared@cache' },
  },
  publicUrl: 'http://127.0.0.1:3000',
  edgePort: 3000,
  databases: { identity: { runtime: 'postgres://runtime', migration: 'postgres://owner' } },
  healthPorts: { identity: 1001, gateway: 1002, 'web-portal': 1003 },
  httpPorts: { files: 2001, 'web-portal': 2002 },
};
const machine = {
  PATH: '/bin',
  npm_config_x: '1',
  KAREZ_POSTGRES_URL: 'postgres://admin:admin-secret@db',
  KAREZ_NATS_URL: 'nats://operator:operator-secret@bus',
  KAREZ_S3_BUCKET: 'b',
};
const app = (name: string): App => apps.find((one) => one.name === name) as App;

describe('the environment of an app', () => {
  it.each(apps.map(({ name }) => name))('holds no address of an administrator: %s', (name) => {
    expect(JSON.stringify(environmentOf(app(name), facts, machine))).not.toMatch(/admin-secret|operator-secret|postgres:\/\/owner|npm_/);
  });

  it('has the runtime role for the service and the owner for its migrations alone', () => {
    expect(environmentOf(app('identity'), facts, machine)).toMatchObject({
      KAREZ_DATABASE_URL: 'postgres://runtime',
      KAREZ_NATS_URL: 'nats://identity:own-secret@bus',
    });
    expect(migrationEnvironmentOf(app('identity'), facts)).toMatchObject({ KAREZ_MIGRATION_URL: 'postgres://owner' });
  });

  it('gives the gateway no database, and a web app neither database nor bus', () => {
    expect(environmentOf(app('gateway'), facts, machine)).not.toHaveProperty('KAREZ_DATABASE_URL');
    expect(environmentOf(app('web-portal'), facts, machine)).not.toHaveProperty('KAREZ_NATS_URL');
    expect(environmentOf(app('gateway'), facts, machine)).toMatchObject({
      KAREZ_WEB_PORTAL_URL: 'http://127.0.0.1:2002',
      KAREZ_FILES_URL: 'http://127.0.0.1:2001',
    });
  });

  it('keeps the settings of the machine', () => {
    expect(environmentOf(app('identity'), facts, machine)).toMatchObject({ PATH: '/bin', KAREZ_S3_BUCKET: 'b', KAREZ_HEALTH_PORT: '1001' });
  });
});
