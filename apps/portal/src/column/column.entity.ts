import {
  ColumnChanged,
  columnFlow,
  type ColumnState,
  type ColumnTexts,
  type ColumnType,
  type ReviewStep,
  silenceByType,
} from '@karez/contracts-portal';
import { DomainError, newId, StatefulAggregate } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { columnTag, siteTag } from '../tags.js';
import { assertColumn } from './column.policy.js';

/** 栏目: has an owner, a chain of review and a promise of how often it is renewed. */
@Entity('site_column')
export class SiteColumn extends StatefulAggregate<SiteColumn, ColumnState> {
  protected readonly flow = columnFlow;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('varchar') readonly state: ColumnState = columnFlow.initial;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;
  @Column('uuid') readonly siteId!: string;
  @Column('varchar') readonly code!: string;
  @Column('uuid', { nullable: true }) readonly parentId!: string | null;
  @Column('text') readonly name!: string;
  @Column('text', { nullable: true }) readonly nameEn!: string | null;
  @Column('text', { nullable: true }) readonly nameUg!: string | null;
  @Column('text', { nullable: true }) readonly description!: string | null;
  @Column('text', { array: true }) readonly keywords!: string[];
  @Column('varchar') readonly type!: ColumnType;
  @Column('uuid') readonly orgId!: string;
  @Column('jsonb') readonly chain!: ReviewStep[];
  @Column('int', { nullable: true }) readonly longestSilence!: number | null;
  @Column('int') readonly position!: number;
  @Column('boolean') readonly onHome!: boolean;

  /** @throws DomainError `portal.column.silence_too_long`, `portal.column.no_secrecy_step` */
  static open(siteId: string, code: string, texts: ColumnTexts): SiteColumn {
    const column = new SiteColumn();
    column.change({ id: newId(), siteId, code });
    column.#write(texts);
    return column;
  }

  /** @throws DomainError `state.version_changed` and as `open` */
  edit(texts: ColumnTexts, version: number): void {
    if (version !== this.version) throw new DomainError('state.version_changed');
    this.#write(texts);
  }

  setState(state: ColumnState): void {
    this.moveTo(state);
    this.#changed();
  }

  /** @throws DomainError `portal.column.closed` */
  assertOpen(): void {
    if (this.state !== 'open') throw new DomainError('portal.column.closed', { name: this.name });
  }

  #write(texts: ColumnTexts): void {
    assertColumn(texts);
    const { name, nameEn, nameUg, description, keywords, type, orgId, chain, longestSilence, parentId, position, onHome } = texts;
    this.change({
      ...{ name, type, orgId, chain, position, keywords: keywords ?? [], onHome: onHome ?? false, parentId: parentId ?? null },
      ...{ nameEn: nameEn ?? null, nameUg: nameUg ?? null, description: description ?? null },
      longestSilence: longestSilence ?? silenceByType[type] ?? null,
    });
    this.#changed();
  }
  #changed(): void {
    this.record(new ColumnChanged(this.id, this.siteId, [siteTag(this.siteId), columnTag(this.id)]), { orgIds: [this.orgId] });
  }
}
