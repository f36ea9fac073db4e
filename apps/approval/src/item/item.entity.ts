import { ItemClosed, itemFlow, ItemRegistered, type ItemState } from '@karez/contracts-approval';
import { newId, StatefulAggregate } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** 事项: what it is, and whether it is still open. */
@Entity('item')
export class Item extends StatefulAggregate<Item, ItemState> {
  protected readonly flow = itemFlow;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('varchar') readonly state: ItemState = itemFlow.initial;
  @Column('text') readonly name!: string;
  @Column('uuid') readonly orgId!: string;
  @Column('timestamptz') readonly registeredAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly closedAt: Date | null = null;
  @Column('text', { nullable: true }) readonly closedReason: string | null = null;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;

  static register(name: string, orgId: string, now: Date): Item {
    const item = new Item();
    item.change({ id: newId(), name, orgId, registeredAt: now });
    item.record(new ItemRegistered(item.id, orgId), { orgIds: [orgId] });
    return item;
  }

  /** @throws DomainError `state.move_refused` when it is closed already */
  close(reason: string, now: Date): void {
    this.moveTo('closed', { closedReason: reason, closedAt: now });
    this.record(new ItemClosed(this.id, this.orgId), { orgIds: [this.orgId] });
  }
}
