-- Fails the transaction of a turn when a statement met fewer rows than it should: somebody else has moved an execution, or an
-- event is known meanwhile. Said by the database itself, so that a turn is one round trip, commit included.
create function fence(met bigint, expected bigint) returns void language plpgsql as $$
begin
  if met <> expected then
    raise exception 'Expected % rows, but met %', expected, met using errcode = 'MR001';
  end if;
end
$$;
