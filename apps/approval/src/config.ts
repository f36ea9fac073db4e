import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MasterKeys } from '@karez/crypto';
import { type Environment, required } from '@karez/service';

type Variables = Readonly<Record<string, string | undefined>>;

/** What approval reads from its environment besides what every service reads. */
export class ApprovalConfig {
  /** KAREZ_APPROVAL_MARK: what the numbers of notices and decisions begin with (发文机关代字). */
  readonly mark: string;
  /** KAREZ_APPROVAL_REVIEW_BODY: to whom an application for administrative review is made. */
  readonly reviewBody: string;
  /** The base of the address that papers print for their verification. */
  readonly publicUrl: string;

  constructor(
    private readonly environment: Environment,
    private readonly variables: Variables = process.env,
  ) {
    this.mark = variables.KAREZ_APPROVAL_MARK ?? '新水许';
    this.reviewBody = variables.KAREZ_APPROVAL_REVIEW_BODY ?? '新疆维吾尔自治区人民政府';
    this.publicUrl = environment.publicUrl;
  }

  /** KAREZ_APPROVAL_KEY_FILE: the keys that wrap the seal's keys, `id:base64` joined by commas, current first; in development made under KAREZ_DATA_DIR. */
  masterKeys(): MasterKeys {
    const { mode, dataDir } = this.environment;
    const given = mode === 'production' ? required(this.variables, 'KAREZ_APPROVAL_KEY_FILE') : this.variables.KAREZ_APPROVAL_KEY_FILE;
    return MasterKeys.parse(readFileSync(given ?? developmentKey(dataDir), 'utf8').trim());
  }
}

function developmentKey(dataDir: string): string {
  const file = join(dataDir, 'approval.key');
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, `1:${randomBytes(32).toString('base64')}`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return file;
}
