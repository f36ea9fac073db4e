import { type Ctx, newId } from '@karez/kernel';
import { systemActor, traceparent } from '@karez/messaging';

/** A job acts for the platform itself. */
export function jobContext(job: string, now = new Date()): Ctx {
  const commandId = newId();
  return {
    ...{ actor: systemActor('approval'), commandId, requestDigest: commandId, now, deadline: now.getTime() + 60_000 },
    operation: `job.approval.${job}`,
    trace: traceparent(),
  };
}
