import { Injectable } from '@nestjs/common';
import type { ItemSheet } from '@karez/contracts-approval';
import { DomainError } from '@karez/kernel';
import type { EntityManager } from 'typeorm';

export interface PublishedSheet {
  readonly itemId: string;
  readonly version: number;
  readonly sheet: ItemSheet;
  readonly procedureVersion: number;
  readonly windowOrgId: string;
  readonly open: boolean;
}
const columns = `item.id as "itemId", said.version, said.sheet, said.procedure_version as "procedureVersion",
  item.window_org_id as "windowOrgId", item.open`;

/** Guides as cases need them: the published one of a code, and the one that a case was drafted on. */
@Injectable()
export class ItemSheets {
  /** @throws DomainError `approval.item.unknown` */
  async published(manager: EntityManager, code: string): Promise<PublishedSheet> {
    const [found] = await manager.query<PublishedSheet[]>(
      `select ${columns} from item join item_version said on said.item_id = item.id and said.version = item.published_version where item.code = $1`,
      [code],
    );
    if (!found) throw new DomainError('approval.item.unknown', { code });
    return found;
  }

  async of(
    manager: EntityManager,
    { itemId, itemVersion }: { readonly itemId: string; readonly itemVersion: number },
  ): Promise<PublishedSheet> {
    const [found] = await manager.query<PublishedSheet[]>(
      `select ${columns} from item join item_version said on said.item_id = item.id where item.id = $1 and said.version = $2`,
      [itemId, itemVersion],
    );
    return found!;
  }
}
