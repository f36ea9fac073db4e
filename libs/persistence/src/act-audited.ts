import type { EventClass } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';

/** The audit record of one act: who, in which capacity, from where, did what to what. Never the content of the request. */
export interface ActAudited {
  readonly operation: string;
  readonly realm: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly orgId: string | null;
  readonly postId: string | null;
  readonly sessionId: string | null;
  readonly address: string | null;
  readonly commandId: string;
  /** `person/0199…` */
  readonly targets: readonly string[];
  readonly outcome: 'done' | 'refused';
  /** Error code of a refusal. */
  readonly code: string | null;
}
/** Audit records travel as events of the pseudo-aggregate `act`, each complete in itself and so without order. */
export const actAggregate = 'act';
export const actAuditedSubject = (service: string): EventClass['subject'] => `evt.${service}.act-audited.v1`;

export function auditOf(ctx: Ctx, targets: readonly string[], code: string | null): ActAudited {
  const { actor } = ctx;
  return {
    operation: ctx.operation,
    realm: actor.realm,
    actorId: actor.id,
    actorName: actor.name,
    orgId: actor.orgId ?? null,
    postId: actor.postId ?? null,
    sessionId: actor.sessionId ?? null,
    address: ctx.address ?? null,
    commandId: ctx.commandId,
    targets,
    outcome: code ? 'refused' : 'done',
    code,
  };
}
