-- when a connection was last counted against the other side, and why it could not be
create table source_counting (
    connection bigint primary key references source_connection on delete cascade,
    counted_at timestamptz not null,
    problem    text not null default ''
);

-- one row per connection and day of the store, as both sides were when they were last counted
create table source_count (
    connection   bigint not null references source_connection on delete cascade,
    day          date not null,
    source_count bigint not null,
    source_sum   numeric(24, 4) not null,
    our_count    bigint not null,
    our_sum      numeric(24, 4) not null,
    lacking      bigint not null,   -- the source has them, we do not
    differing    bigint not null,   -- both have them, not alike
    gone         bigint not null,   -- we have them, the source does not any more
    primary key (connection, day)
);

-- where a shop tells of what changes: the address is known by its hash, the secret is sealed under the connection's data key
create table source_hook (
    connection bigint primary key references source_connection on delete cascade,
    hash       bytea not null unique,
    sealed     bytea not null,
    made_at    timestamptz not null,
    last_at    timestamptz,
    last_topic text not null default ''
);

-- what a shop said has changed, kept before it is answered; told by what was delivered, so that a replay is known
create table source_notice (
    id          bigint generated always as identity primary key,
    connection  bigint not null references source_connection on delete cascade,
    delivery    bytea not null,
    stream      text not null,
    record      text not null,
    received_at timestamptz not null,
    taken_at    timestamptz,
    unique (connection, delivery)
);
create index source_notice_waiting on source_notice (connection) where taken_at is null;
