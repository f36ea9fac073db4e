import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Environment, required } from '@karez/service';

/** What identity reads from its environment besides what every service reads. */
export interface IdentityConfig {
  /** KAREZ_ADMIN_FACTOR: whether an administrator may act without a second factor. `required` unless in development. */
  readonly adminFactor: 'required' | 'advised';
  /**
   * KAREZ_SIGNING_FACTOR: whether a signing act needs a second factor of everybody, or only of those who have bound one.
   * `required` unless in development.
   */
  readonly signingFactor: 'required' | 'when-bound';
  /** KAREZ_IDENTITY_KEY_FILE: 32 bytes in base64 that seal the secrets at rest; in development made under KAREZ_DATA_DIR. */
  readonly masterKey: Buffer;
  /** The base of every address that is signed or checked. */
  readonly publicUrl: string;
  /** Where the local SMS sender writes, one JSON line for each message. */
  readonly smsOutbox: string;
}
type Variables = Readonly<Record<string, string | undefined>>;

/** @throws Error naming the variable that is missing or wrong, in one sentence */
export function readConfig(environment: Environment, variables: Variables = process.env): IdentityConfig {
  const { mode, dataDir, publicUrl } = environment;
  const adminFactor = variables.KAREZ_ADMIN_FACTOR ?? (mode === 'production' ? 'required' : 'advised');
  if (adminFactor !== 'required' && adminFactor !== 'advised') {
    throw new Error(`KAREZ_ADMIN_FACTOR is ${adminFactor}; it must be required or advised`);
  }
  const signingFactor = variables.KAREZ_SIGNING_FACTOR ?? (mode === 'production' ? 'required' : 'when-bound');
  if (signingFactor !== 'required' && signingFactor !== 'when-bound') {
    throw new Error(`KAREZ_SIGNING_FACTOR is ${signingFactor}; it must be required or when-bound`);
  }
  const keyFile = mode === 'production' ? required(variables, 'KAREZ_IDENTITY_KEY_FILE') : variables.KAREZ_IDENTITY_KEY_FILE;
  const masterKey = readKey(keyFile ?? developmentKey(dataDir));
  return { adminFactor, signingFactor, masterKey, publicUrl, smsOutbox: join(dataDir, 'sms-outbox.jsonl') };
}

function readKey(file: string): Buffer {
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== 32)
    throw new Error(`KAREZ_IDENTITY_KEY_FILE must hold 32 bytes in base64 (openssl rand -base64 32), not ${key.length}`);
  return key;
}

function developmentKey(dataDir: string): string {
  const file = join(dataDir, 'identity.key');
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return file;
}
