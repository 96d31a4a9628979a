-- Versions that have run, as they were when they first did: definitions may be compacted away, executions still finish on them.
create table workflow_version (
  id text primary key,
  version text not null,
  first_run_at timestamptz not null default now()
);
