-- What Response message nodes said, as a JSON array; null for nothing.
alter table execution add column messages text;

create index execution_by_parent on execution (parent_execution_id, id desc) where parent_execution_id is not null;

-- Records for other executions (workflows called, calls given up): written with the advance that brought them about, deleted once
-- they are sent. What a crash left here is sent by the timer sweep.
create table errand (
  execution_id uuid not null,
  kind text not null,
  message text not null,
  created_at timestamptz not null,
  primary key (execution_id, kind)
);

create index errand_age on errand (created_at);
