import { DomainError, isId } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import type { WorkflowEvent } from './engine.types.js';
import type { InstanceRow, TaskRow, TokenRow } from './rows.js';

export interface Loaded {
  readonly instance: InstanceRow;
  readonly tokens: TokenRow[];
  readonly tasks: TaskRow[];
}
export interface Written extends Loaded {
  readonly events: readonly WorkflowEvent[];
}

/** Locks an instance until the commit. @throws DomainError `not_found` */
export async function lockInstance(tx: Tx, id: string): Promise<InstanceRow> {
  return locked(tx, id, 'i.id = $1');
}
/** Locks the instance of a task. @throws DomainError `not_found` */
export async function lockInstanceOfTask(tx: Tx, taskId: string): Promise<InstanceRow> {
  return locked(tx, taskId, 'i.id = (select instance_id from workflow_task where id = $1)');
}
/** Reads an instance without holding it. @throws DomainError `not_found` */
export async function readInstance(tx: Tx, id: string): Promise<InstanceRow> {
  return locked(tx, id, 'i.id = $1', '');
}
async function locked(tx: Tx, id: string, where: string, lock = 'for update'): Promise<InstanceRow> {
  if (!isId(id)) throw new DomainError('not_found', { id });
  const [found] = await tx.manager.query<[{ row: InstanceRow }?]>(
    `select to_jsonb(i) as row from workflow_instance i where ${where} ${lock}`,
    [id],
  );
  if (!found) throw new DomainError('not_found', { id });
  return found.row;
}

/** What the next move can touch: live tokens, and the tasks of these. `whole` reads all of the past as well. */
export async function loadState(tx: Tx, instance: InstanceRow, whole = false): Promise<Loaded> {
  const live = whole ? '' : `and state in ('at', 'joining')`;
  const ofLive = whole ? '' : `and token_id in (select id from workflow_token where instance_id = $1 and state in ('at', 'joining'))`;
  const [{ tokens, tasks }] = await tx.manager.query<[{ tokens: TokenRow[]; tasks: TaskRow[] }]>(
    `select (select coalesce(jsonb_agg(to_jsonb(t) order by t.ordinal), '[]') from workflow_token t where instance_id = $1 ${live}) as tokens,
            (select coalesce(jsonb_agg(to_jsonb(t) order by t.ordinal), '[]') from workflow_task t where instance_id = $1 ${ofLive}) as tasks`,
    [instance.id],
  );
  return { instance, tokens, tasks };
}

/** @throws DomainError `not_found` */
export async function loadTask(tx: Tx, taskId: string): Promise<TaskRow> {
  const [found] = await tx.manager.query<[{ row: TaskRow }?]>('select to_jsonb(t) as row from workflow_task t where id = $1', [taskId]);
  if (!found) throw new DomainError('not_found', { id: taskId });
  return found.row;
}

/** Everything a command changed, in one statement: a completion is three round trips (lock, load, write). */
const write = `
  with i as (
    insert into workflow_instance select * from jsonb_populate_record(null::workflow_instance, $1::jsonb)
    on conflict (id) do update set version = excluded.version, state = excluded.state, variables = excluded.variables, steps = excluded.steps,
      suspension = excluded.suspension, outcome = excluded.outcome, superseded_by = excluded.superseded_by, ended_at = excluded.ended_at,
      counter = excluded.counter, tokens = excluded.tokens),
  o as (
    insert into workflow_token select * from jsonb_populate_recordset(null::workflow_token, $2::jsonb)
    on conflict (id) do update set node_id = excluded.node_id, via_edge = excluded.via_edge, state = excluded.state, seats = excluded.seats,
      pending = excluded.pending, left_at = excluded.left_at),
  t as (
    insert into workflow_task select * from jsonb_populate_recordset(null::workflow_task, $3::jsonb)
    on conflict (id) do update set node_id = excluded.node_id, node_name = excluded.node_name, state = excluded.state,
      assignee_id = excluded.assignee_id, assignee_name = excluded.assignee_name, delegate_id = excluded.delegate_id,
      delegate_name = excluded.delegate_name, claimed_at = excluded.claimed_at, request = excluded.request, outcome = excluded.outcome,
      opinion = excluded.opinion, variables = excluded.variables, closed_at = excluded.closed_at, closed_by_id = excluded.closed_by_id,
      closed_by_name = excluded.closed_by_name, closed_reason = excluded.closed_reason),
  away as (
    delete from workflow_task_candidate where task_id in
      (select id from jsonb_populate_recordset(null::workflow_task, $3::jsonb) where state not in ('open', 'waiting'))),
  pool as (
    insert into workflow_task_candidate (key, task_id)
    select distinct key, id from jsonb_populate_recordset(null::workflow_task, $3::jsonb), unnest(candidates) key where state in ('open', 'waiting')
    on conflict do nothing)
  insert into workflow_event (instance_id, ordinal, kind, node_id, task_id, actor_id, actor_name, at, details)
  select ($1::jsonb ->> 'id')::uuid, e.* from jsonb_to_recordset($4::jsonb)
    as e(ordinal int, kind text, node_id text, task_id uuid, actor_id text, actor_name text, at timestamptz, details jsonb)`;

export async function writeState(tx: Tx, { instance, tokens, tasks, events }: Written): Promise<void> {
  const lines = events.map(({ ordinal, kind, nodeId, taskId, actor, at, details }) => ({
    ...{ ordinal, kind, node_id: nodeId, task_id: taskId, actor_id: actor.id, actor_name: actor.name, at, details },
  }));
  await tx.manager.query(
    write,
    [instance, tokens, tasks, lines].map((rows) => JSON.stringify(rows)),
  );
  tx.touch('workflow_instance', instance.id);
}
