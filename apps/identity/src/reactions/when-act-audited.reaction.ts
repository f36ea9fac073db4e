import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '@karez/contracts-kernel';
import { ReactsTo } from '@karez/messaging';
import { actAggregate, type ActAudited, actAuditedSubject, type Tx } from '@karez/persistence';
import { addAuditEntry } from '../audit/audit-entries.js';
import { contracts } from '../catalogue.js';

/** Collects the audit records of every service, each of which stood in the transaction of the act itself. */
@Injectable()
export class WhenActAudited {
  @ReactsTo(...contracts.map(({ service }) => ({ subject: actAuditedSubject(service), aggregate: actAggregate })))
  collect(event: EventEnvelope<ActAudited>, tx: Tx): Promise<void> {
    return addAuditEntry(tx.manager, event);
  }
}
