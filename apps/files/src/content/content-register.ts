import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Digests } from './digests.js';
import type { ContentFacts } from './verified-bytes.js';

/** A file refers to its content from the moment it is looked at until it is given up. */
const referred = `exists (select 1 from file where file.sha256 = content.sha256 and file.state in ('quarantined', 'clean', 'not_scanned'))`;

/**
 * The rows that say which contents are stored and which still have a file. A content that nobody refers to first gets
 * `leaving_at`, then its bytes go, then its row: whoever brings the same content meanwhile waits for the row to be gone.
 */
@Injectable()
export class ContentRegister {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Notes what a file consists of, before its bytes are stored. @throws Error while the same content is being removed; the caller tries again */
  async note(manager: EntityManager, { sha256, sm3, size, blockDigests }: Digests): Promise<void> {
    const noted = await manager.query<unknown[]>(
      `insert into content (sha256, sm3, size, block_digests) values ($1, $2, $3, $4)
       on conflict (sha256) do update set wanted_at = clock_timestamp() where content.leaving_at is null returning sha256`,
      [sha256, sm3, size, blockDigests],
    );
    if (!noted.length) throw new Error(`content ${sha256} is being removed`);
  }

  /**
   * Keeps a content from being removed while its bytes are brought.
   * @returns `stored` when sound bytes are there already, `leaving` while they are being removed (come again later)
   */
  async claim(sha256: string): Promise<'stored' | 'missing' | 'leaving'> {
    const [rows] = await this.source.query<[{ stored: boolean }[], number]>(
      `update content set wanted_at = clock_timestamp() where sha256 = $1 and leaving_at is null returning stored_at is not null and damaged_at is null as stored`,
      [sha256],
    );
    if (!rows[0]) return 'leaving';
    return rows[0].stored ? 'stored' : 'missing';
  }

  /** The bytes are there. @throws Error when the content was being removed meanwhile; the caller tries again */
  async stored(manager: EntityManager, sha256: string): Promise<void> {
    const [rows] = await manager.query<[unknown[], number]>(
      `update content set stored_at = coalesce(stored_at, clock_timestamp()), checked_at = clock_timestamp(), damaged_at = null
       where sha256 = $1 and leaving_at is null returning sha256`,
      [sha256],
    );
    if (!rows.length) throw new Error(`content ${sha256} is being removed`);
  }

  /** What a content consists of, stored or not. @returns undefined when it is unknown or being removed */
  async facts(sha256: string): Promise<ContentFacts | undefined> {
    const [row] = await this.source.query<Row[]>(
      'select sha256, size, block_digests from content where sha256 = $1 and leaving_at is null',
      [sha256],
    );
    return row && facts(row);
  }

  /** @returns undefined when nothing is stored or what is stored is damaged */
  async servable(sha256: string): Promise<ContentFacts | undefined> {
    const [row] = await this.source.query<Row[]>(
      'select sha256, size, block_digests from content where sha256 = $1 and stored_at is not null and damaged_at is null',
      [sha256],
    );
    return row && facts(row);
  }

  async isDamaged(manager: EntityManager, sha256: string | null): Promise<boolean> {
    if (!sha256) return false;
    return (await manager.query<unknown[]>('select 1 from content where sha256 = $1 and damaged_at is not null', [sha256])).length > 0;
  }

  async markDamaged(sha256: string): Promise<void> {
    await this.source.query('update content set damaged_at = coalesce(damaged_at, clock_timestamp()) where sha256 = $1', [sha256]);
  }

  /** The stored contents whose last check is older than a day, the oldest first. */
  async dueForCheck(limit: number, olderThanHours = 24): Promise<ContentFacts[]> {
    const rows = await this.source.query<Row[]>(
      `select sha256, size, block_digests from content where stored_at is not null and damaged_at is null
         and checked_at < clock_timestamp() - make_interval(hours => $2) order by checked_at limit $1`,
      [limit, olderThanHours],
    );
    return rows.map(facts);
  }

  async markChecked(sha256: string): Promise<void> {
    await this.source.query('update content set checked_at = clock_timestamp() where sha256 = $1', [sha256]);
  }

  /**
   * Takes contents that no file has had for some time out of use; also those whose removal was begun and not finished.
   * @returns the digests whose bytes may go now
   */
  async takeLeaving(graceMinutes: number): Promise<string[]> {
    const [rows] = await this.source.query<[{ sha256: string }[], number]>(
      `update content set leaving_at = coalesce(leaving_at, clock_timestamp())
       where not ${referred} and wanted_at <= clock_timestamp() - make_interval(mins => $1) returning sha256`,
      [graceMinutes],
    );
    return rows.map(({ sha256 }) => sha256);
  }

  async gone(sha256: string): Promise<void> {
    await this.source.query('delete from content where sha256 = $1 and leaving_at is not null', [sha256]);
  }
}

interface Row {
  readonly sha256: string;
  readonly size: string;
  readonly block_digests: Buffer;
}
const facts = ({ sha256, size, block_digests: blockDigests }: Row): ContentFacts => ({ sha256, size: Number(size), blockDigests });
