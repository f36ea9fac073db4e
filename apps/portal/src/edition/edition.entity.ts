import {
  type DisclosureEntry,
  editionFlow,
  EditionMoved,
  type EditionState,
  EditionWithdrawn,
  type Language,
  type ReviewStep,
  type StepTaken,
  type WordHit,
} from '@karez/contracts-portal';
import { type Actor, DomainError, newId, StatefulAggregate } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { openHits } from '../word-check/word-check.js';
import type { CheckedEdition } from './edition-texts.js';
import { assertMayTake } from './review.policy.js';
import { changedBy, publishedEvent } from './edition-news.js';
import type { Withdrawal } from './withdrawal.policy.js';

export interface Birth {
  readonly articleId: string;
  readonly siteId: string;
  readonly language: Language;
  readonly number: number;
}
export interface Address {
  readonly slug: string;
  readonly tags: readonly string[];
}

/** 版本: the text of an article in one language as it was written, reviewed, published and, in the end, taken down. */
@Entity('edition')
export class Edition extends StatefulAggregate<Edition, EditionState> {
  protected readonly flow = editionFlow;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('varchar') readonly state: EditionState = editionFlow.initial;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;
  @Column('uuid') readonly articleId!: string;
  @Column('uuid') readonly siteId!: string;
  @Column('uuid') readonly columnId!: string;
  /** The unit responsible for the column. */
  @Column('uuid') readonly orgId!: string;
  @Column('varchar') readonly language!: Language;
  @Column('int') readonly number!: number;
  @Column('text') readonly title!: string;
  @Column('text', { nullable: true }) readonly summary!: string | null;
  @Column('text') readonly body!: string;
  @Column('text') readonly plain!: string;
  @Column('text') readonly source!: string;
  @Column('text', { nullable: true }) readonly author!: string | null;
  @Column('text', { array: true }) readonly keywords!: string[];
  @Column('jsonb', { nullable: true }) readonly disclosure!: DisclosureEntry | null;
  @Column('boolean') readonly translationReviewed!: boolean;
  @Column('text', { nullable: true }) readonly changeNote!: string | null;
  @Column('text', { array: true }) readonly removed!: string[];
  @Column('jsonb') readonly hits!: WordHit[];
  @Column('int') readonly openHits!: number;
  @Column('jsonb') readonly chain: ReviewStep[] = [];
  @Column('jsonb') readonly steps: StepTaken[] = [];
  /** Everybody whose hand is in the text; none of them reviews it. */
  @Column('uuid', { array: true }) readonly writers: string[] = [];
  /** Body whose people take the next step. */
  @Column('uuid', { nullable: true }) readonly waitsFor: string | null = null;
  @Column('text') readonly createdByName!: string;
  @Column('timestamptz') readonly createdAt!: Date;
  @Column('timestamptz') readonly savedAt!: Date;
  @Column('text') readonly savedByName!: string;
  @Column('timestamptz', { nullable: true }) readonly publishAt: Date | null = null;
  @Column('timestamptz', { nullable: true }) readonly withdrawAt: Date | null = null;
  @Column('timestamptz', { nullable: true }) readonly publishedAt: Date | null = null;
  @Column('timestamptz', { nullable: true }) readonly firstPublishedAt: Date | null = null;
  @Column('jsonb', { nullable: true }) readonly withdrawal: Withdrawal | null = null;

  static draft(birth: Birth, texts: CheckedEdition, by: Actor, now: Date): Edition {
    const edition = new Edition();
    edition.change({ id: newId(), ...birth, createdByName: by.name, createdAt: now });
    edition.#write(texts, by, now);
    return edition;
  }

  /** @throws DomainError `state.version_changed` when somebody else saved it meanwhile, `state.move_refused` when it is no draft */
  edit(texts: CheckedEdition, version: number, by: Actor, now: Date): void {
    this.#assertIs('draft');
    this.#assertVersion(version);
    this.#write(texts, by, now);
  }

  /** 送审: from here on the text stands still. */
  submit(chain: readonly ReviewStep[]): void {
    this.moveTo('in_review', { chain: [...chain], steps: [] });
    this.#await();
  }

  /** @throws DomainError `portal.edition.own_text`, `…same_person`, `…step_elsewhere`, `state.version_changed` */
  pass(opinion: string | undefined, version: number, by: Actor, now: Date): void {
    this.#take('pass', opinion, version, by, now);
    if (this.steps.length === this.chain.length) {
      this.#assertHitsResolved();
      this.moveTo('approved');
    }
    this.#await();
  }

  /** @throws DomainError `portal.edition.opinion_missing` and as `pass` */
  giveBack(opinion: string | undefined, version: number, by: Actor, now: Date): void {
    if (!opinion?.trim()) throw new DomainError('portal.edition.opinion_missing');
    this.#take('return', opinion, version, by, now);
    this.moveTo('draft');
    this.#await();
  }

  /** 撤回送审, or an approved text goes back to its writer: all steps are taken anew. */
  reopen(from: 'in_review' | 'approved'): void {
    this.#assertIs(from);
    this.moveTo('draft');
    this.#await();
  }

  /** @throws DomainError `portal.edition.hit_unknown`, `portal.edition.hit_not_keepable`, `portal.edition.own_text` */
  keep(hitId: string, reason: string, by: Actor, now: Date): void {
    if (this.state !== 'draft') this.#assertIs('in_review');
    const hit = this.hits.find(({ id }) => id === hitId);
    if (!hit) throw new DomainError('portal.edition.hit_unknown');
    if (!hit.keepable) throw new DomainError('portal.edition.hit_not_keepable', { found: hit.found });
    if (this.writers.includes(by.id)) throw new DomainError('portal.edition.own_text');
    const resolution = { reason, byName: by.name, at: now.toISOString() };
    const hits = this.hits.map((each) => (each === hit ? { ...hit, resolution } : each));
    this.change({ hits, openHits: openHits(hits).length });
  }

  schedule(publishAt: Date, withdrawAt: Date | null): void {
    this.#assertHitsResolved();
    this.moveTo('scheduled', { publishAt, withdrawAt });
    this.#moved();
  }
  unschedule(): void {
    this.moveTo('approved', { publishAt: null, withdrawAt: null });
    this.#moved();
  }

  /** @throws DomainError `portal.edition.hits_open` */
  goLive(first: Date | null, { slug, tags }: Address, withdrawAt: Date | null, now: Date): void {
    this.#assertHitsResolved();
    this.moveTo('live', { publishedAt: now, firstPublishedAt: first ?? now, withdrawAt });
    this.record(publishedEvent(this, slug, tags), { orgIds: [this.orgId] });
  }
  supersede(): void {
    this.moveTo('superseded');
  }
  withdraw(withdrawal: Withdrawal, { slug, tags }: Address): void {
    this.moveTo('withdrawn', { withdrawal });
    const { articleId, siteId, language } = this;
    this.record(new EditionWithdrawn(this.id, { articleId, siteId, slug, language }, withdrawal.kind, tags), { orgIds: [this.orgId] });
  }
  discard(): void {
    this.moveTo('discarded');
  }

  #write({ texts, plain, removed, hits, orgId }: CheckedEdition, by: Actor, now: Date): void {
    const { columnId, title, body, source, summary, author, keywords, disclosure, translationReviewed, changeNote } = texts;
    this.change({
      ...{ columnId, orgId, title, body, plain, source, removed: [...removed], hits: [...hits], openHits: openHits(hits).length },
      ...{ summary: summary ?? null, author: author ?? null, keywords: keywords ?? [], disclosure: disclosure ?? null },
      ...{ translationReviewed: translationReviewed ?? false, changeNote: changeNote ?? null, savedAt: now, savedByName: by.name },
      writers: changedBy(this.writers, by),
    });
  }

  #take(decision: 'pass' | 'return', opinion: string | undefined, version: number, by: Actor, now: Date): void {
    this.#assertIs('in_review');
    this.#assertVersion(version);
    const step = this.steps.length;
    assertMayTake(this, by);
    const { name } = this.chain[step]!;
    const taken = { step, name, decision, byId: by.id, byName: by.name, at: now.toISOString(), ...(opinion && { opinion }) };
    this.change({ steps: [...this.steps, taken] });
  }

  #await(): void {
    const next = this.state === 'in_review' ? this.chain[this.steps.length] : undefined;
    this.change({ waitsFor: next ? (next.orgId ?? this.orgId) : null });
    this.#moved();
  }
  #moved(): void {
    const { id, articleId, state, title, waitsFor } = this;
    this.record(new EditionMoved(id, articleId, state, title, waitsFor), { orgIds: waitsFor ? [this.orgId, waitsFor] : [this.orgId] });
  }
  #assertHitsResolved(): void {
    const open = openHits(this.hits);
    if (open.length)
      throw new DomainError('portal.edition.hits_open', {
        count: open.length,
        found: [...new Set(open.map(({ found }) => found))].slice(0, 5).join('、'),
      });
  }
  #assertVersion(version: number): void {
    if (version !== this.version) throw new DomainError('state.version_changed');
  }
  #assertIs(state: EditionState): void {
    if (this.state !== state)
      throw new DomainError('state.move_refused', { from: this.state, to: state, allowed: editionFlow.moves[this.state].join(' ') });
  }
}
