create sequence definition.change_sequence;

-- One row per version of a workflow. The JSON columns are text: nobody queries into them, and text keeps a document as it came.
-- The nodes stand in the row because they are always read and written all at once.
create table definition.workflow (
    id text primary key,
    workflow_key text not null,
    version integer not null,
    title text,
    description text,
    type text,
    sync boolean not null,
    enabled boolean not null,
    is_current boolean not null,
    executed boolean not null default false,
    config text not null,
    options text not null,
    categories text not null,
    nodes text not null,
    change_sequence bigint not null,
    created_at timestamptz not null,
    created_by text not null,
    updated_at timestamptz not null,
    updated_by text not null,
    unique (workflow_key, version)
);

create unique index workflow_current on definition.workflow (workflow_key) where is_current;
create unique index workflow_enabled on definition.workflow (workflow_key) where enabled;

-- Definitions that are not on Kafka yet. Rows live for milliseconds.
create table definition.outbox (
    sequence bigint primary key,
    record_key text not null,
    payload text not null,
    created_at timestamptz not null default now()
);

create table definition.app_user (
    id text primary key,
    username text not null unique,
    password_hash text not null,
    roles text not null,
    created_at timestamptz not null
);
