import type { QuestionAnswer } from '@karez/contracts-portal';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One opinion, or one filled-in survey. */
@Entity('voice')
export class Voice {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly hearingId!: string;
  @Column('timestamptz') readonly at!: Date;
  /** Of a survey: who answered, as a digest that tells nobody who that is; null for an opinion, of which one may have several. */
  @Column('bytea', { nullable: true }) readonly sender!: Buffer | null;
  @Column('text', { nullable: true }) readonly name!: string | null;
  @Column('text', { nullable: true }) readonly contact!: string | null;
  @Column('text', { nullable: true }) readonly text!: string | null;
  @Column('jsonb', { nullable: true }) readonly answers!: QuestionAnswer[] | null;
}
