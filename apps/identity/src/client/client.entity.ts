import { type DataScope, defineFlow, type Permission, type StateOf } from '@karez/contracts-kernel';
import { newId, StatefulAggregate } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

const clientFlow = defineFlow('active', { active: ['disabled'], disabled: [] });
export type ClientState = StateOf<typeof clientFlow>;

export interface NewClient {
  readonly name: string;
  readonly orgId: string;
  readonly permissions: readonly Permission[];
  readonly scope: DataScope;
}

/** A bureau's own system (接入系统). It signs in with its own key; one that was disabled is registered anew with a new key. */
@Entity('client')
export class Client extends StatefulAggregate<Client, ClientState> {
  protected readonly flow = clientFlow;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly name!: string;
  @Column('uuid') readonly orgId!: string;
  @Column('varchar') readonly state: ClientState = clientFlow.initial;
  @Column('text', { array: true }) readonly permissions!: readonly Permission[];
  @Column('varchar') readonly scope!: DataScope;
  @Column('timestamptz') readonly createdAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly lastSignedInAt!: Date | null;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;

  static register({ name, orgId, permissions, scope }: NewClient, now: Date): Client {
    const client = new Client();
    client.change({ id: newId(), name, orgId, permissions: [...permissions].sort(), scope, createdAt: now, lastSignedInAt: null });
    return client;
  }

  /** @throws DomainError `state.move_refused` */
  disable(): void {
    this.moveTo('disabled');
  }

  signedIn(now: Date): void {
    this.change({ lastSignedInAt: now });
  }
}
