-- what the owner of the installation chose for all stores; a secret is sealed under the installation's key
create table installation_setting (
    name   text primary key,
    value  text,
    sealed bytea,
    check ((value is null) <> (sealed is null))
);

create table installation_key (
    sole   boolean primary key default true check (sole),
    secret bytea not null
);

-- what a person wants to be sent of a store; no row: nothing
create table reach_choice (
    person bigint not null references person on delete cascade,
    store  text not null references store on delete cascade,
    digest boolean not null,
    alerts boolean not null,
    primary key (person, store)
);

-- a chat or program that a store's messages go to; its address and secret are sealed under the store's key
create table webhook (
    id       bigint generated always as identity primary key,
    store    text not null references store on delete cascade,
    name     text not null,
    shape    text not null check (shape in ('JSON', 'SLACK', 'TEAMS', 'FEISHU', 'WECOM', 'DINGTALK')),
    locale   text not null,
    host     text not null,
    address  bytea not null,
    secret   bytea not null,
    digest   boolean not null,
    alerts   boolean not null,
    added_by text not null,
    added_at timestamptz not null
);

-- one row per message to one recipient; it is claimed before it is sent, so none is sent twice
create table outbox (
    id         bigint generated always as identity primary key,
    key        uuid not null unique default gen_random_uuid(),
    store      text not null references store on delete cascade,
    kind       text not null check (kind in ('DIGEST', 'ALERT')),
    day        date not null,
    rule       text not null default '',
    turn       integer not null default 1 check (turn between 1 and 2),
    person     bigint references person on delete cascade,
    webhook    bigint references webhook on delete cascade,
    recipient  text generated always as (coalesce('person ' || person, 'webhook ' || webhook)) stored,
    tasks      bigint[] not null default '{}',
    state      text not null default 'WAITING'
        check (state in ('WAITING', 'CLAIMED', 'SENT', 'FAILED', 'UNKNOWN', 'DROPPED')),
    attempts   integer not null default 0,
    made_at    timestamptz not null,
    due_at     timestamptz not null,
    changed_at timestamptz not null,
    reason     text not null default '',
    said       text not null default '',
    check ((person is null) <> (webhook is null)),
    unique (store, kind, day, rule, turn, recipient)
);
create index outbox_open on outbox (due_at) where state in ('WAITING', 'CLAIMED');
create index outbox_store on outbox (store, changed_at);

-- the secret address of a person's calendar of a store: its hash to find it by, itself sealed under the store's key
create table calendar_feed (
    person  bigint not null references person on delete cascade,
    store   text not null references store on delete cascade,
    hash    bytea not null unique,
    sealed  bytea not null,
    made_at timestamptz not null,
    primary key (person, store)
);
