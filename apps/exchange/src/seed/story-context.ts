import { type Ctx, newId } from '@karez/kernel';
import { traceparent } from '@karez/messaging';

/** Somebody of a body acts, at a moment of the story. */
export function contextAt(now: Date, { id: orgId, name }: { readonly id: string; readonly name: string }): Ctx {
  const commandId = newId();
  const grants = [
    {
      permissions: ['exchange.dispatch.send', 'exchange.inbox.decide', 'exchange.inbox.print'] as const,
      scope: 'unit' as const,
      orgIds: [orgId],
    },
  ];
  return {
    actor: { realm: 'staff', id: newId(), name, orgId, grants },
    ...{ commandId, requestDigest: commandId, operation: 'demonstration', trace: traceparent(), now, deadline: Date.now() + 60_000 },
  };
}
