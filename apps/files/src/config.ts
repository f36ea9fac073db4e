import { type Environment, number } from '@karez/service';

/** Where a clamd listens. */
export type ScannerAddress = { readonly host: string; readonly port: number } | { readonly path: string };

/** An S3 store, instead of the disk. */
export interface S3Settings {
  readonly endpoint: string | undefined;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** What this service reads from the environment besides the platform's own settings. */
export class FilesConfig {
  /** KAREZ_HTTP_HOST, KAREZ_HTTP_PORT: where the gateway reaches uploads and downloads. */
  readonly httpHost: string;
  readonly httpPort: number;
  /** KAREZ_DATA_DIR */
  readonly dataDir: string;
  /** KAREZ_UPLOAD_MAX_MB: the largest file, 2 GiB unless told. */
  readonly maxBytes: number;
  /** KAREZ_UPLOAD_HOURS: how long an unfinished upload may be resumed. */
  readonly uploadHours: number;
  /** KAREZ_UPLOAD_OPEN: how many unfinished uploads one person may have. */
  readonly openUploads: number;
  /** KAREZ_UPLOAD_QUOTA_MB: how much one person may have here that no service holds, 20 GiB unless told. */
  readonly quotaBytes: number;
  /** KAREZ_UNATTACHED_DAYS: how long a file stays that no service holds. */
  readonly unattachedDays: number;
  /** KAREZ_CLAMD: `host:port`, or the path of a unix socket; absent or `off` for none. */
  readonly scanner: ScannerAddress | null;
  /** KAREZ_UNSCANNED: whether files are served that nobody scanned. Production refuses them unless told. */
  readonly unscanned: 'refuse' | 'allow';
  /** KAREZ_S3_BUCKET and its sisters; without a bucket content lies on the disk. */
  readonly s3: S3Settings | null;

  /** @throws Error naming the variable that is wrong, in one sentence */
  constructor(environment: Environment, variables: Readonly<Record<string, string | undefined>> = process.env) {
    this.httpHost = variables.KAREZ_HTTP_HOST ?? '127.0.0.1';
    this.httpPort = number(variables, 'KAREZ_HTTP_PORT', 0);
    this.dataDir = environment.dataDir;
    this.maxBytes = number(variables, 'KAREZ_UPLOAD_MAX_MB', 2048) * 1024 * 1024;
    this.uploadHours = number(variables, 'KAREZ_UPLOAD_HOURS', 24);
    this.openUploads = number(variables, 'KAREZ_UPLOAD_OPEN', 50);
    this.quotaBytes = number(variables, 'KAREZ_UPLOAD_QUOTA_MB', 20_480) * 1024 * 1024;
    this.unattachedDays = number(variables, 'KAREZ_UNATTACHED_DAYS', 7);
    this.scanner = scannerAddress(variables.KAREZ_CLAMD);
    this.unscanned = unscanned(variables.KAREZ_UNSCANNED, environment.mode);
    this.s3 = s3Settings(variables);
  }
}

export function scannerAddress(given: string | undefined): ScannerAddress | null {
  if (!given || given === 'off') return null;
  if (given.startsWith('/')) return { path: given };
  const { host, port } = /^(?<host>.+):(?<port>\d{1,5})$/.exec(given)?.groups ?? {};
  if (!host || !port) throw new Error(`KAREZ_CLAMD is ${given}; it must be host:port, the path of a socket, or off`);
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}

function unscanned(given: string | undefined, mode: Environment['mode']): 'refuse' | 'allow' {
  if (!given) return mode === 'production' ? 'refuse' : 'allow';
  if (given !== 'refuse' && given !== 'allow') throw new Error(`KAREZ_UNSCANNED is ${given}; it must be refuse or allow`);
  return given;
}

function s3Settings(variables: Readonly<Record<string, string | undefined>>): S3Settings | null {
  const { KAREZ_S3_BUCKET: bucket, KAREZ_S3_ACCESS_KEY: accessKeyId, KAREZ_S3_SECRET_KEY: secretAccessKey } = variables;
  if (!bucket) return null;
  if (!accessKeyId || !secretAccessKey) throw new Error('KAREZ_S3_BUCKET is set; KAREZ_S3_ACCESS_KEY and KAREZ_S3_SECRET_KEY must be too');
  return { bucket, accessKeyId, secretAccessKey, endpoint: variables.KAREZ_S3_ENDPOINT, region: variables.KAREZ_S3_REGION ?? 'us-east-1' };
}
