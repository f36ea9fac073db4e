import { Injectable } from '@nestjs/common';
import type { Tx } from '@karez/persistence';

export interface LicenceGrant {
  readonly caseId: string;
  readonly documentId: string;
  readonly orgId: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly number: string;
  readonly holderName: string;
  readonly applicantId: string;
  readonly validFrom: Date;
  readonly validYears: number | undefined;
  readonly particulars: Record<string, unknown>;
}

/** Licences that decisions grant. */
@Injectable()
export class Licences {
  async grant({ manager }: Tx, { caseId, documentId, number, validFrom }: LicenceGrant): Promise<void> {
    await manager.query('insert into licence (id, case_id, number, valid_from) values ($1, $2, $3, $4)', [
      documentId,
      caseId,
      number,
      validFrom,
    ]);
  }
}
