-- what a store's warehouse said when it was last looked at, so that a list of stores opens none
create table store_pulse (
    store        text primary key references store on delete cascade,
    data_through date,
    waiting      bigint not null,
    seen_at      timestamptz not null
);

-- invented figures: such a store may be removed with one word
alter table store add column sample boolean not null default false;

-- who may open an account, until when; only the SHA-256 of the link's token is kept
create table invitation (
    id         bigint generated always as identity primary key,
    hash       bytea not null unique,
    role       text not null check (role in ('VIEWER', 'MANAGER', 'OWNER')),
    invited_by text not null,
    expires_at timestamptz not null
);

-- one row per invitation and store that it opens
create table invitation_store (
    invitation bigint not null references invitation on delete cascade,
    store      text not null references store on delete cascade,
    primary key (invitation, store)
);
