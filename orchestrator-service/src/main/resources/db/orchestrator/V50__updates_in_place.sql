-- Nearly every job is written twice: when it begins and when it ends. No index speaks of its status, so that the second
-- time touches none of them (a heap-only tuple); it had cost each step two more entries. Which jobs of an execution are
-- pending is read by its primary key, once when it comes into a cache.
drop index job_pending;
drop index job_correlation;
create index job_correlation on job ((meta::jsonb ->> 'correlation')) where type = 'delay' and meta is not null;

-- Room on the page for the second version; new partitions are made with the same.
do $$
declare part regclass;
begin
  for part in select inhrelid::regclass from pg_inherits where inhparent = 'job'::regclass loop
    execute format('alter table %s set (fillfactor = 70)', part);
  end loop;
  for part in select inhrelid::regclass from pg_inherits where inhparent = 'execution'::regclass loop
    execute format('alter table %s set (fillfactor = 70)', part);
  end loop;
end $$;
