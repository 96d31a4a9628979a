-- Results of nodes that a designer has pinned, to draw on with; of the workflow, so that its versions share them. Node key
-- "$trigger" is the context. Nothing that runs looks at them.
create table definition.sample (
    workflow_key text not null,
    node_key text not null,
    result text not null,
    updated_at timestamptz not null,
    updated_by text not null,
    primary key (workflow_key, node_key)
);
