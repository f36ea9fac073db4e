import { FileCleared, FileDiscarded, fileFlow, FileReceived, FileRefused, type FileState } from '@karez/contracts-files';
import type { Actor, DomainError } from '@karez/kernel';
import { StatefulAggregate } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Identified } from './identified.js';

/** PostgreSQL hands a bigint over as text; sizes stay far below 2^53. */
const bytes = { from: (value: string | null) => (value === null ? null : Number(value)), to: (value: number) => value };
type Params = Readonly<Record<string, string | number>>;

/** One uploaded file: whose it is, what it is, and whether it may be read. Its bytes lie elsewhere, under their digest. */
@Entity('file')
export class StoredFile extends StatefulAggregate<StoredFile, FileState> {
  protected readonly flow = fileFlow;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('varchar') readonly state: FileState = fileFlow.initial;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;
  @Column('text') readonly name!: string;
  @Column('bigint', { transformer: bytes }) readonly size!: number;
  @Column('varchar') readonly uploaderRealm!: string;
  @Column('text') readonly uploaderId!: string;
  @Column('text') readonly uploaderName!: string;
  @Column('uuid', { nullable: true }) readonly orgId: string | null = null;
  /** The digest that the sender announced. */
  @Column('char', { nullable: true }) readonly announcedSha256: string | null = null;
  @Column('text', { nullable: true }) readonly mediaType: string | null = null;
  @Column('char', { nullable: true }) readonly sha256: string | null = null;
  @Column('char', { nullable: true }) readonly sm3: string | null = null;
  @Column('text', { nullable: true }) readonly reason: string | null = null;
  @Column('jsonb', { nullable: true }) readonly reasonParams: Params | null = null;
  @Column('timestamptz') readonly createdAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly receivedAt: Date | null = null;
  @Column('timestamptz', { nullable: true }) readonly checkedAt: Date | null = null;

  /** An upload begins. */
  static begin(upload: { id: string; name: string; size: number; announcedSha256: string | null }, uploader: Actor, now: Date): StoredFile {
    const file = new StoredFile();
    const { realm: uploaderRealm, id: uploaderId, name: uploaderName, orgId = null } = uploader;
    file.change({ ...upload, uploaderRealm, uploaderId, uploaderName, orgId, createdAt: now });
    return file;
  }

  isOf(actor: Actor): boolean {
    return this.uploaderRealm === actor.realm && this.uploaderId === actor.id;
  }

  /** The last byte has come. From here to the scanner's word nobody reads it. */
  receive(now: Date): void {
    this.moveTo('quarantined', { receivedAt: now });
    this.record(new FileReceived(this.id, this.size), this.#uploader);
  }

  /** The content was looked at; the name gets the type's extension when it had none. */
  identify({ mediaType, name, sha256, sm3 }: Identified): void {
    this.change({ mediaType, name, sha256, sm3 });
  }

  /** @throws DomainError `state.move_refused` unless it waits for this word and was looked at before */
  clear(now: Date): void {
    this.moveTo('clean', { checkedAt: now, reason: null, reasonParams: null });
    this.#recordCleared(true);
  }

  /** Nobody can scan it: there is no scanner, or it is too large for the one there is. */
  leaveUnscanned(readable: boolean, reason: string, now: Date): void {
    this.moveTo('not_scanned', { checkedAt: now, reason, reasonParams: {} });
    if (readable) this.#recordCleared(false);
    else this.record(new FileRefused(this.id, 'not_scanned', reason, {}), this.#uploader);
  }

  condemn(virus: string, now: Date): void {
    const params = { virus };
    this.moveTo('infected', { checkedAt: now, reason: 'files.file.infected', reasonParams: params });
    this.record(new FileRefused(this.id, 'infected', 'files.file.infected', params), this.#uploader);
  }

  /** Its type, its name or its digest is not acceptable. */
  refuse({ code, params }: DomainError, now: Date): void {
    this.moveTo('refused', { checkedAt: now, reason: code, reasonParams: params as Params });
    this.record(new FileRefused(this.id, 'refused', code, params as Params), this.#uploader);
  }

  discard(): void {
    this.moveTo('discarded');
    this.record(new FileDiscarded(this.id), this.#uploader);
  }

  #recordCleared(scanned: boolean): void {
    const { id, size, mediaType, sha256, sm3 } = this;
    this.record(new FileCleared(id, size, mediaType!, sha256!, sm3!, scanned), this.#uploader);
  }

  get #uploader() {
    return { personIds: [this.uploaderId] };
  }
}
