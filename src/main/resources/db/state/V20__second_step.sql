-- one row per person with an authenticator app: its secret, sealed, and the last thirty seconds
-- whose code was used, so that no code is used twice; proposed until its first code was right
create table authenticator (
    person    bigint primary key references person on delete cascade,
    sealed    bytea not null,
    last_step bigint not null default 0,
    proposed  boolean not null default true
);

-- one row per code that opens once when the phone is lost; only its SHA-256 is kept
create table recovery_code (
    person bigint not null references person on delete cascade,
    hash   bytea not null,
    primary key (person, hash)
);

-- one row per passkey: a public key, and the address that it is good for
create table passkey (
    id       bigint generated always as identity primary key,
    key_id   bytea not null unique,
    person   bigint not null references person on delete cascade,
    name     text not null,
    site     text not null,
    key      bytea not null,
    counter  bigint not null,
    added_at timestamptz not null,
    used_at  timestamptz
);
create index passkey_person on passkey (person);
