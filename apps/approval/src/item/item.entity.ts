import { ItemPublished, type ItemSheet } from '@karez/contracts-approval';
import { Aggregate, newId } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** 事项: which version of its guide is published, and whether applications are taken. The versions themselves never change. */
@Entity('item')
export class Item extends Aggregate<Item> {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('varchar') readonly code!: string;
  @Column('text') readonly name!: string;
  @Column('text') readonly category!: string;
  @Column('text', { array: true }) readonly applicants!: string[];
  @Column('uuid') readonly windowOrgId!: string;
  @Column('int') readonly publishedVersion!: number;
  @Column('boolean') readonly open: boolean = true;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;

  static publishFirst(sheet: ItemSheet, windowOrgId: string): Item {
    const item = new Item();
    item.change({ id: newId(), code: sheet.code, publishedVersion: 0 });
    item.publish(sheet, windowOrgId);
    return item;
  }

  /** The next version; cases under way stay on theirs. */
  publish({ name, category, applicants }: ItemSheet, windowOrgId: string): void {
    this.change({ name, category, applicants: [...applicants], windowOrgId, publishedVersion: this.publishedVersion + 1 });
    this.#tell();
  }

  setOpen(open: boolean): void {
    if (this.open === open) return;
    this.change({ open });
    this.#tell();
  }

  #tell(): void {
    this.record(new ItemPublished(this.code, this.name, this.publishedVersion, this.open), { orgIds: [this.windowOrgId] });
  }
}
