import { SessionChanged } from '@karez/contracts-identity';
import type { Realm } from '@karez/contracts-kernel';
import { Aggregate, newId } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { lifetimes } from './session.policy.js';

export type EndReason =
  'signed_out' | 'ended_by_owner' | 'disabled' | 'password_reset' | 'password_changed' | 'post_ended' | 'refresh_reused' | 'factor_removed';
export interface NewSession {
  readonly realm: Realm;
  readonly subjectId: string;
  /** The post a member of staff acts in. */
  readonly postId?: string | undefined;
  /** When the second factor was passed while signing in. */
  readonly steppedUpAt?: Date | undefined;
  readonly address?: string | undefined;
  readonly userAgent?: string | undefined;
}

/** One sign-in on one device, until it is ended or its time is over. */
@Entity('session')
export class Session extends Aggregate<Session> {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('varchar') readonly realm!: Realm;
  @Column('uuid') readonly subjectId!: string;
  @Column('uuid', { nullable: true }) readonly postId!: string | null;
  @Column('timestamptz') readonly startedAt!: Date;
  @Column('timestamptz') readonly lastSeenAt!: Date;
  @Column('timestamptz') readonly endsAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly endedAt!: Date | null;
  @Column('varchar', { nullable: true }) readonly endReason!: EndReason | null;
  @Column('timestamptz', { nullable: true }) readonly steppedUpAt!: Date | null;
  @Column('text', { nullable: true }) readonly address!: string | null;
  @Column('text', { nullable: true }) readonly userAgent!: string | null;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;

  static start({ realm, subjectId, postId, steppedUpAt, address, userAgent }: NewSession, now: Date): Session {
    const session = new Session();
    const endsAt = new Date(now.getTime() + lifetimes[realm].absoluteMs);
    session.change({
      id: newId(),
      realm,
      subjectId,
      postId: postId ?? null,
      startedAt: now,
      lastSeenAt: now,
      endsAt,
      endedAt: null,
      endReason: null,
    });
    session.change({ steppedUpAt: steppedUpAt ?? null, address: address ?? null, userAgent: userAgent?.slice(0, 300) ?? null });
    return session;
  }

  openAt(now: Date): boolean {
    return !this.endedAt && this.endsAt > now;
  }

  end(reason: EndReason, now: Date): void {
    this.change({ endedAt: now, endReason: reason });
    this.#tell();
  }

  /** The second factor was passed again: signing acts are open for a while. */
  stepUp(now: Date): void {
    this.change({ steppedUpAt: now });
    this.#tell();
  }

  actIn(postId: string): void {
    this.change({ postId });
    this.#tell();
  }

  /** What the subject may do has changed elsewhere. */
  authorityChanged(): void {
    this.#tell();
  }

  #tell(): void {
    this.record(new SessionChanged(this.id, this.endedAt !== null), { personIds: [this.subjectId] });
  }
}
