import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from '@karez/service';
import { readConfig } from './config.js';

const folder = mkdtempSync(join(tmpdir(), 'karez-config-'));
const environment = (mode: string) => readEnvironment({ KAREZ_MODE: mode, KAREZ_NATS_URL: 'nats://none', KAREZ_DATA_DIR: folder });

it('makes a key of its own in development, once', () => {
  const { masterKey, ...policies } = readConfig(environment('development'), {});
  expect(policies).toMatchObject({ adminFactor: 'advised', signingFactor: 'when-bound' });
  expect(readConfig(environment('development'), {}).masterKey).toEqual(masterKey);
  expect(statSync(join(folder, 'identity.key')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(folder, 'identity.key'), 'utf8')).toBe(masterKey.toString('base64'));
});

it('is given its key in production, and asks administrators and whoever signs for a second factor', () => {
  expect(() => readConfig(environment('production'), {})).toThrow('KAREZ_IDENTITY_KEY_FILE is not set');
  const file = join(folder, 'given.key');
  writeFileSync(file, `${Buffer.alloc(32, 7).toString('base64')}\n`);
  expect(readConfig(environment('production'), { KAREZ_IDENTITY_KEY_FILE: file })).toMatchObject({
    adminFactor: 'required',
    signingFactor: 'required',
    masterKey: Buffer.alloc(32, 7),
  });
});

it('refuses a key of the wrong length and a policy that is none', () => {
  const file = join(folder, 'short.key');
  writeFileSync(file, 'c2hvcnQ=');
  expect(() => readConfig(environment('production'), { KAREZ_IDENTITY_KEY_FILE: file })).toThrow('32 bytes');
  expect(() => readConfig(environment('development'), { KAREZ_ADMIN_FACTOR: 'never' })).toThrow('required or advised');
  expect(() => readConfig(environment('development'), { KAREZ_SIGNING_FACTOR: 'never' })).toThrow('required or when-bound');
});
