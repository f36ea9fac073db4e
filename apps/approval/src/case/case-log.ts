import { Injectable } from '@nestjs/common';
import type { CaseEvent, CaseEventKind } from '@karez/contracts-approval';
import type { Tx } from '@karez/persistence';
import type { EntityManager } from 'typeorm';

export interface Noted {
  readonly kind: CaseEventKind;
  readonly text: string;
  readonly orgName?: string | undefined;
}

/** The timeline of a case: numbered without gaps, never changed. The case's row is held by whoever writes. */
@Injectable()
export class CaseLog {
  async note({ manager, ctx: { actor, now } }: Tx, caseId: string, { kind, text, orgName }: Noted): Promise<void> {
    const personName = actor.realm === 'staff' ? actor.name : null;
    await manager.query(
      `insert into case_event (case_id, seq, kind, at, text, person_name, org_name)
       select $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5, coalesce($6, (select name from org_copy where id = $7::uuid)) from case_event where case_id = $1`,
      [caseId, kind, now, text, personName, orgName ?? null, actor.realm === 'staff' ? (actor.orgId ?? null) : null],
    );
  }

  async of(manager: EntityManager, caseId: string, reader: 'staff' | 'applicant'): Promise<CaseEvent[]> {
    const rows =
      await manager.query<(Omit<CaseEvent, 'at' | 'personName' | 'orgName'> & { at: Date; personName: string | null; orgName: string | null })[]>( // prettier-ignore
        'select seq, kind, at, text, person_name as "personName", org_name as "orgName" from case_event where case_id = $1 order by seq',
        [caseId],
      );
    const shown = reader === 'staff' ? rows : rows.filter(({ kind }) => !inside.has(kind)).map(forApplicant);
    return shown.map(({ seq, kind, at, text, personName, orgName }) => ({
      ...{ seq, kind, at: at.toISOString(), text },
      ...(personName && reader === 'staff' && { personName }),
      ...(orgName && { orgName }),
    }));
  }
}

/** What the office does among itself: who hands what to whom, and how it presses itself. */
const inside: ReadonlySet<CaseEventKind> = new Set<CaseEventKind>(['task_handed', 'task_returned', 'urged', 'lamp']);
/** That a step is done is the applicant's to know; the opinion comes with the decision. */
const forApplicant = <E extends { kind: CaseEventKind; text: string }>(event: E): E =>
  event.kind === 'task_done' ? { ...event, text: `${event.text.replace(/：[^：]*$/, '')}已办结` } : event;
