-- Partitioned by id: ids are UUIDv7, so a range of ids is a range of time and retention can drop whole partitions.
-- Monthly partitions are made by the service ahead of time; the default one takes what fits none.
-- Payloads are text that holds JSON: nobody asks the database about their inside, and text is the cheapest to write.
create table execution (
  id uuid primary key,
  workflow_id text not null,
  workflow_key text not null,
  event_key text,
  status text not null,
  reason text,
  context text,
  output text,
  stack text not null,
  parent_execution_id text,
  reply_to text,
  replied boolean not null,
  resume_point text,
  last_sequence integer not null,
  advance bigint not null,
  created_at timestamptz not null,
  started_at timestamptz,
  expires_at timestamptz,
  ended_at timestamptz
) partition by range (id);

create table execution_default partition of execution default;

create index execution_by_workflow on execution (workflow_key, id desc);
-- Nearly all executions end RESOLVED: a list of those follows the primary key, so the index keeps to the others.
create index execution_by_status on execution (status, id desc) where status <> 'RESOLVED';

create table job (
  execution_id uuid not null,
  sequence integer not null,
  node_key text not null,
  type text not null,
  path text not null,
  status text not null,
  result text,
  meta text,
  log text,
  attempt integer not null,
  dispatched boolean not null,
  until timestamptz,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (execution_id, sequence)
) partition by range (execution_id);

create table job_default partition of job default;

create index job_newest on job (execution_id, node_key, sequence desc);
create index job_pending on job (execution_id) where status = 'PENDING';

create table timer (
  execution_id uuid not null,
  job_sequence integer not null,
  kind text not null,
  due_at timestamptz not null,
  primary key (execution_id, job_sequence, kind)
);

create index timer_due on timer (due_at);

create table event_key (
  workflow_key text not null,
  event_key text not null,
  execution_id uuid not null,
  created_at timestamptz not null,
  primary key (workflow_key, event_key)
);

create index event_key_age on event_key (created_at);
