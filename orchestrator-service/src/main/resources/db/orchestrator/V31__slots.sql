-- Executions of workflows with a concurrency limit: one row each from their start to their end. Who holds a slot is a row and
-- no counter, so that none can leak: the row goes in the transaction that ends the execution.
create table slot (
  execution_id uuid primary key,
  workflow_key text not null,
  concurrency_key text not null,
  -- QUEUED; HELD: counts; LEAVING: counts until it has ended, which it was told to; REFUSED: told to end, never counted;
  -- OVER: only within the transaction that deletes it
  state text not null,
  overflow text not null,
  max_running integer not null,
  priority integer not null,
  occurred_at timestamptz not null,
  position bigint generated always as identity,
  decided_at timestamptz
);

create index slot_queue on slot (workflow_key, concurrency_key, state, priority desc, occurred_at, position);
create index slot_arrival on slot (workflow_key, concurrency_key, position);
