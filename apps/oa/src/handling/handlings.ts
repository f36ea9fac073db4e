import { Injectable } from '@nestjs/common';
import type { HandlingView, Verdict } from '@karez/contracts-oa';
import { newId } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import type { EntityManager } from 'typeorm';
import { People } from '../people/people.js';

/** What one act was, and with which opinion. Who did it and when comes from the command itself. */
export interface NewHandling {
  readonly subjectId: string;
  readonly act: string;
  readonly fromState: string;
  readonly toState: string;
  readonly verdict?: Verdict | undefined;
  readonly text?: string | undefined;
  /** Whom the actor stands in for (甲（乙代）). */
  readonly onBehalfOf?: { readonly id: string; readonly name: string } | undefined;
  readonly textVersion?: number | undefined;
  /** SM3 of the text that was read, hexadecimal. */
  readonly digest?: string | undefined;
}

/** 办理记录 of everything that is handled here. Rows are only added: the database refuses every change, the owner's too. */
@Injectable()
export class Handlings {
  constructor(private readonly people: People) {}

  async add({ manager, ctx }: Pick<Tx, 'manager' | 'ctx'>, handling: NewHandling): Promise<string> {
    const { subjectId, act, fromState, toState, verdict, text, onBehalfOf, textVersion, digest } = handling;
    const { actor, now } = ctx;
    const orgNames = await this.people.orgNames(manager, actor.orgId ? [actor.orgId] : []);
    const id = newId();
    await manager.query(
      `insert into handling (id, subject_id, act, from_state, to_state, verdict, text, person_id, person_name, org_id, org_name,
         on_behalf_of_id, on_behalf_of_name, text_version, digest, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        ...[id, subjectId, act, fromState, toState, verdict ?? null, text ?? null, actor.id, actor.name],
        ...[actor.orgId ?? null, actor.orgId ? (orgNames.get(actor.orgId) ?? null) : null],
        ...[onBehalfOf?.id ?? null, onBehalfOf?.name ?? null, textVersion ?? null, digest ?? null, now],
      ],
    );
    return id;
  }

  /** All acts on a subject, the oldest first. */
  async of(manager: EntityManager, subjectId: string): Promise<HandlingView[]> {
    const rows = await manager.query<Row[]>(`select * from handling where subject_id = $1 order by at, id`, [subjectId]);
    return rows.map(view);
  }
}

interface Row {
  readonly id: string;
  readonly act: string;
  readonly from_state: string;
  readonly to_state: string;
  readonly verdict: Verdict | null;
  readonly text: string | null;
  readonly person_id: string;
  readonly person_name: string;
  readonly org_id: string | null;
  readonly org_name: string | null;
  readonly on_behalf_of_name: string | null;
  readonly text_version: number | null;
  readonly digest: string | null;
  readonly at: Date;
}

function view(row: Row): HandlingView {
  return {
    ...{ id: row.id, act: row.act, fromState: row.from_state, toState: row.to_state },
    ...(row.verdict ? { verdict: row.verdict } : {}),
    ...(row.text ? { text: row.text } : {}),
    ...{ personId: row.person_id, personName: row.person_name },
    ...(row.org_id ? { orgId: row.org_id } : {}),
    ...(row.org_name ? { orgName: row.org_name } : {}),
    ...(row.on_behalf_of_name ? { onBehalfOfName: row.on_behalf_of_name } : {}),
    ...(row.text_version === null ? {} : { textVersion: row.text_version }),
    ...(row.digest ? { digest: row.digest } : {}),
    at: row.at.toISOString(),
  };
}
