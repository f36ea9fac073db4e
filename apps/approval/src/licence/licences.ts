import { Injectable } from '@nestjs/common';
import type { Tx } from '@karez/persistence';
import { Licence, type LicenceGrant } from './licence.entity.js';

/** Licences that decisions grant. */
@Injectable()
export class Licences {
  /** In the transaction of the decision. */
  async grant(tx: Tx, granted: LicenceGrant): Promise<void> {
    await tx.save(Licence.grant(granted, tx.ctx.now));
  }
}
