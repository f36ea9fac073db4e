import { Injectable } from '@nestjs/common';
import type { Tx } from '@karez/persistence';
import type { Colleague } from '../../people/people.js';

export interface Succession {
  readonly subjectIds: readonly string[];
  readonly fromId: string;
  readonly to: Colleague;
}

/** Whose turn it is goes with the to-do: who has the work must be able to do it. */
@Injectable()
export class Successions {
  async follow({ manager, ctx }: Tx, { subjectIds, fromId, to }: Succession): Promise<void> {
    const ids = subjectIds.filter((id) => uuid.test(id));
    await manager.query(
      `update handling_step set state = 'cancelled', ended_at = $4
       where subject_id = any($1::uuid[]) and person_id = $2 and state = 'open' and exists (
         select 1 from handling_step own where own.subject_id = handling_step.subject_id and own.phase = handling_step.phase
           and own.person_id = $3 and own.state = 'open')`,
      [ids, fromId, to.id, ctx.now],
    );
    await manager.query(
      `update handling_step set person_id = $3, name = $4, org_id = $5, org_name = $6, seen_at = null
       where subject_id = any($1::uuid[]) and person_id = $2 and state = 'open'`,
      [ids, fromId, to.id, to.name, to.orgId, to.orgName],
    );
  }
}
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
