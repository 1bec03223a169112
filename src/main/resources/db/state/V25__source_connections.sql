-- a shop or service that a store's rows are pulled from; what is not secret of it stands in settings
create table source_connection (
    id           bigint generated always as identity primary key,
    store        text not null references store on delete cascade,
    connector    text not null,
    settings     jsonb not null,
    data_key     bytea not null,
    standing     text not null default 'NEW' check (standing in ('NEW', 'GOOD', 'FAILING', 'RECONNECT')),
    problem      text not null default '',
    tried_at     timestamptz,
    succeeded_at timestamptz,
    added_by     text not null,
    added_at     timestamptz not null,
    unique (store, connector, settings)
);

-- sealed under the connection's data key, for this store, connector and field alone
create table source_secret (
    connection bigint not null references source_connection on delete cascade,
    field      text not null,
    sealed     bytea not null,
    primary key (connection, field)
);
