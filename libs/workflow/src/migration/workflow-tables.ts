/**
 * For a migration of a service that runs procedures: creates the engine's tables.
 * Open tasks of a person: `workflow_task_mine`, `workflow_task_delegated`; claimable ones: `workflow_task_candidate` (rows only while a task is open).
 */
export async function createWorkflowTables(db: { query(sql: string): Promise<unknown> }): Promise<void> {
  await db.query(`
    create table workflow_procedure (
      code text not null, version int not null check (version > 0), title text not null, definition jsonb not null, digest char(64) not null,
      published_at timestamptz not null, published_by text not null,
      primary key (code, version));

    create table workflow_instance (
      id uuid primary key, code text not null, version int not null, subject_kind text not null, subject_id text not null,
      state varchar(12) not null check (state in ('running', 'suspended', 'ended', 'withdrawn', 'superseded')),
      variables jsonb not null, steps jsonb not null default '{}', suspension jsonb, outcome text, superseded_by uuid,
      started_at timestamptz not null, started_by_id text not null, started_by_name text not null, ended_at timestamptz,
      counter int not null default 0, tokens int not null default 0,
      foreign key (code, version) references workflow_procedure (code, version),
      check ((state = 'suspended') = (suspension is not null)),
      check ((state in ('ended', 'withdrawn', 'superseded')) = (ended_at is not null)));
    create index workflow_instance_subject on workflow_instance (subject_kind, subject_id);
    create index workflow_instance_version on workflow_instance (code, version) where state in ('running', 'suspended');

    create table workflow_token (
      id uuid primary key, instance_id uuid not null references workflow_instance (id), node_id text not null, via_edge text,
      state varchar(12) not null check (state in ('at', 'joining', 'passed', 'cancelled', 'ended')),
      parents uuid[] not null, seats int not null default 0, pending jsonb not null default '[]',
      ordinal int not null, arrived_at timestamptz not null, left_at timestamptz,
      check ((state in ('at', 'joining')) = (left_at is null)));
    create index workflow_token_of on workflow_token (instance_id);

    create table workflow_task (
      id uuid primary key, instance_id uuid not null references workflow_instance (id), token_id uuid not null references workflow_token (id),
      node_id text not null, node_name text not null, kind varchar(8) not null check (kind in ('work', 'before', 'after', 'consult')),
      state varchar(12) not null check (state in ('open', 'waiting', 'done', 'returned', 'cancelled')),
      for_task_id uuid references workflow_task (id), label text, candidates text[] not null default '{}',
      assignee_id text, assignee_name text, delegate_id text, delegate_name text, claimed_at timestamptz,
      opened_at timestamptz not null, due_at timestamptz, limit_days int, form text, document text, request text,
      outcome text, opinion text, variables jsonb, closed_at timestamptz, closed_by_id text, closed_by_name text, closed_reason text,
      ordinal int not null,
      check ((state in ('open', 'waiting')) = (closed_at is null)),
      check (state <> 'done' or outcome is not null));
    create index workflow_task_of on workflow_task (instance_id, ordinal);
    create index workflow_task_token on workflow_task (token_id);
    create index workflow_task_mine on workflow_task (assignee_id, opened_at, id) where state = 'open';
    create index workflow_task_delegated on workflow_task (delegate_id, opened_at, id) where state = 'open' and delegate_id is not null;
    create index workflow_task_due on workflow_task (due_at) where state = 'open' and due_at is not null;

    create table workflow_task_candidate (
      key text not null, task_id uuid not null references workflow_task (id), primary key (key, task_id));
    create index workflow_task_candidate_task on workflow_task_candidate (task_id);

    create table workflow_event (
      instance_id uuid not null references workflow_instance (id), ordinal int not null, kind varchar(16) not null,
      node_id text, task_id uuid, actor_id text not null, actor_name text not null, at timestamptz not null, details jsonb not null default '{}',
      primary key (instance_id, ordinal));
  `);
}

export async function dropWorkflowTables(db: { query(sql: string): Promise<unknown> }): Promise<void> {
  await db.query(
    'drop table workflow_event, workflow_task_candidate, workflow_task, workflow_token, workflow_instance, workflow_procedure',
  );
}
