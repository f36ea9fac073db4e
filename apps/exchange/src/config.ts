import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MasterKeys } from '@karez/crypto';
import { type Environment, number, required } from '@karez/service';

type Variables = Readonly<Record<string, string | undefined>>;

/** What exchange reads from its environment besides what every service reads. */
export class ExchangeConfig {
  /** KAREZ_NODE: this installation's name among the nodes of the exchange. */
  readonly nodeId: string;
  /** KAREZ_NODE_NAME: the same in the office's words. */
  readonly nodeName: string;
  /** KAREZ_EXCHANGE_RECIPIENTS: how many bodies one dispatch may go to. */
  readonly mostRecipients: number;
  /** KAREZ_EXCHANGE_STALL_MINUTES: after how long without an answer a person must look. */
  readonly stallMinutes: number;
  /** KAREZ_EXCHANGE_FEED_DAYS: for how many days events are kept for other systems. */
  readonly feedDays: number;
  /** KAREZ_FILES_URL: where the bytes of stored files are read, behind the gateway. */
  readonly filesUrl: string | undefined;
  /** KAREZ_WEBHOOK_HOSTS: hosts inside that events may be posted to, `host` or `host:port` joined by commas; otherwise https to public addresses only. */
  readonly webhookHosts: readonly string[];

  /** @throws Error naming the variable that is missing or wrong, in one sentence */
  constructor(
    private readonly environment: Environment,
    private readonly variables: Variables = process.env,
  ) {
    this.nodeId = variables.KAREZ_NODE ?? 'province';
    if (!/^[a-z][a-z0-9-]{1,40}$/.test(this.nodeId))
      throw new Error(`KAREZ_NODE is ${this.nodeId}; it must be 2 to 41 small letters, digits and hyphens`);
    this.nodeName = variables.KAREZ_NODE_NAME ?? '水利厅交换节点';
    this.mostRecipients = number(variables, 'KAREZ_EXCHANGE_RECIPIENTS', 1_000);
    this.stallMinutes = number(variables, 'KAREZ_EXCHANGE_STALL_MINUTES', 30);
    this.feedDays = number(variables, 'KAREZ_EXCHANGE_FEED_DAYS', 400);
    this.filesUrl = variables.KAREZ_FILES_URL?.replace(/\/$/, '');
    this.webhookHosts = (variables.KAREZ_WEBHOOK_HOSTS ?? '')
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean);
  }

  /** KAREZ_EXCHANGE_KEY_FILE: the keys that wrap the bodies' keys, `id:base64` joined by commas, current first; in development made under KAREZ_DATA_DIR. */
  masterKeys(): MasterKeys {
    const { mode, dataDir } = this.environment;
    const given = mode === 'production' ? required(this.variables, 'KAREZ_EXCHANGE_KEY_FILE') : this.variables.KAREZ_EXCHANGE_KEY_FILE;
    return MasterKeys.parse(readFileSync(given ?? developmentKey(dataDir), 'utf8').trim());
  }
}

function developmentKey(dataDir: string): string {
  const file = join(dataDir, 'exchange.key');
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, `1:${randomBytes(32).toString('base64')}`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return file;
}
