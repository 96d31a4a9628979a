-- Executions that were caused before this time are to be cancelled: whoever disabled the version wanted it so.
alter table definition.workflow add column cancel_running_before timestamptz;
alter table definition.workflow add column cancel_running_by text;
