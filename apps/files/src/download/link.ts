import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileLink, LinkUse } from '@karez/contracts-files';
import { DomainError, isId } from '@karez/kernel';

/** What a link permits: one file, in one way, until a moment, perhaps to one person alone. */
export interface LinkClaims {
  readonly fileId: string;
  readonly use: LinkUse;
  readonly personId?: string;
}
/** Long enough to begin a download, too short to be passed on. A download that has begun goes on. */
export const linkMs = 5 * 60_000;
const paths: Readonly<Record<LinkUse, string>> = { download: '/api/files/content', preview: '/api/files/previews' };

/** Signs and opens links: claims in base64url, a dot, HMAC-SHA256 over them with a key that only this service has. */
export class LinkSigner {
  constructor(private readonly key: Buffer) {
    if (key.length < 32) throw new Error('the key of links must have 32 bytes');
  }

  sign({ fileId, use, personId }: LinkClaims, now: Date): FileLink {
    const expiresAt = new Date(now.getTime() + linkMs);
    const claims = Buffer.from(JSON.stringify([fileId, use, expiresAt.getTime(), personId ?? null])).toString('base64url');
    return { url: `${paths[use]}/${claims}.${this.#mac(claims).toString('base64url')}`, expiresAt: expiresAt.toISOString() };
  }

  /** @throws DomainError `files.link.invalid`, `files.link.expired` */
  open(token: string, now: Date): LinkClaims {
    const [claims = '', mac = '', ...rest] = token.split('.');
    const given = Buffer.from(mac, 'base64url');
    const right = this.#mac(claims);
    // base64url may be written in several ways; only the one that was signed counts
    const genuine = given.length === right.length && timingSafeEqual(given, right) && mac === right.toString('base64url');
    if (!genuine || rest.length) throw new DomainError('files.link.invalid');
    const [fileId, use, expiresAt, personId] = JSON.parse(Buffer.from(claims, 'base64url').toString()) as [
      string,
      LinkUse,
      number,
      string | null,
    ];
    if (!isId(fileId) || !(use in paths)) throw new DomainError('files.link.invalid');
    if (now.getTime() >= expiresAt) throw new DomainError('files.link.expired');
    return { fileId, use, ...(personId ? { personId } : {}) };
  }

  #mac(claims: string): Buffer {
    return createHmac('sha256', this.key).update(claims).digest();
  }
}

/** The key of links, made at the first start. Deleting the file ends every link; the next start makes a new key. */
export function linkKey(dataDir: string): Buffer {
  const path = join(dataDir, 'link.key');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    // two processes that start at once: the second finds the first one's key
    writeFileSync(path, randomBytes(32), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(path);
}
