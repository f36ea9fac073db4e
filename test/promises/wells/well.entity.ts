import { Aggregate } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { WaterRaised } from './contract.js';

@Entity('well')
export class Well extends Aggregate<Well> {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('int') readonly litres: number = 0;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;

  raise(litres: number): void {
    this.change({ litres: this.litres + litres });
    this.record(new WaterRaised(this.id, litres, this.litres));
  }
}
