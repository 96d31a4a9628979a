-- What people did to an execution, and where a retry of it goes on; null for nearly all.
alter table execution add column steering text;
alter table execution add column paused boolean not null default false;

create index execution_paused on execution (id) where paused;

-- A delay that an event may end waits under the event's correlation. Only such jobs are in the index.
create index job_correlation on job ((meta::jsonb ->> 'correlation')) where status = 'PENDING' and type = 'delay' and meta is not null;
