import { DomainError } from '@karez/kernel';
import type { Resume, Supersede, Suspend } from './engine.types.js';
import { assertReason, assertRunning } from './holder.js';
import type { Run } from './run.js';

export function suspendInstance(run: Run, { kind, document, reason }: Suspend): void {
  assertRunning(run.instance);
  const told = { ...(document !== undefined && { document }), ...(reason !== undefined && { reason }) };
  Object.assign(run.instance, { state: 'suspended', suspension: { kind, ...told, since: run.now, by: run.actor } });
  run.event('suspended', {}, { kind, ...told });
}
export function resumeInstance(run: Run, { document, reason }: Resume): void {
  const { suspension } = run.instance;
  if (!suspension) throw new DomainError('workflow.instance_not_suspended');
  Object.assign(run.instance, { state: 'running', suspension: null });
  run.event('resumed', {}, { kind: suspension.kind, since: suspension.since, document, reason });
}
export function withdrawInstance(run: Run, reason: string): void {
  close(run, 'withdrawn', reason);
  run.event('withdrawn', {}, { reason });
}
export function supersedeInstance(run: Run, { by, reason }: Supersede): void {
  close(run, 'superseded', reason);
  run.instance.superseded_by = by ?? null;
  run.event('superseded', {}, { by, reason });
}

function close(run: Run, state: 'withdrawn' | 'superseded', reason: string): void {
  assertReason(reason);
  if (run.instance.ended_at !== null) throw new DomainError('workflow.instance_over', { state: run.instance.state });
  for (const token of run.liveTokens()) run.cancelToken(token, state);
  Object.assign(run.instance, { state, suspension: null, ended_at: run.now });
}
