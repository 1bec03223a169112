-- one row per store
create table store (
    id         text primary key,
    name       text not null,
    zone       text not null,
    currency   text not null,
    locale     text not null,
    basis      text not null,
    identity   text not null,
    created_at timestamptz not null default now()
);

-- the key that a store's personal data is encrypted under; erasing the store destroys it
create table store_key (
    store  text primary key references store on delete cascade,
    secret bytea not null
);

create table person (
    id         bigint generated always as identity primary key,
    email      text not null,
    name       text not null,
    password   text not null,
    locale     text not null,
    owner      boolean not null default false,
    created_at timestamptz not null default now()
);
create unique index person_email on person (lower(email));

-- one row per person and store: what the person may do there
create table membership (
    person bigint not null references person on delete cascade,
    store  text not null references store on delete cascade,
    role   text not null check (role in ('VIEWER', 'MANAGER', 'OWNER')),
    primary key (person, store)
);

-- only the SHA-256 of a token is kept
create table api_token (
    id         bigint generated always as identity primary key,
    hash       bytea not null unique,
    name       text not null,
    person     bigint not null references person on delete cascade,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null
);

create table web_session (
    hash       bytea primary key,
    person     bigint not null references person on delete cascade,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null
);

-- one row per store, metric, channel and month; the whole store is the channel ''
create table month_goal (
    store   text not null references store on delete cascade,
    metric  text not null,
    channel text not null default '',
    month   date not null check (extract(day from month) = 1),
    value   numeric(19, 4) not null,
    set_by  text not null,
    set_at  timestamptz not null default now(),
    primary key (store, metric, channel, month)
);

-- one row per store, metric, channel and day; the days of a month sum to its goal
create table day_target (
    store   text not null,
    metric  text not null,
    channel text not null,
    month   date not null,
    day     date not null,
    value   numeric(19, 4) not null,
    pinned  boolean not null default false,
    primary key (store, metric, channel, day),
    foreign key (store, metric, channel, month) references month_goal on delete cascade
);

-- one row per store, day and revision of its close
create table daily_close (
    store     text not null references store on delete cascade,
    day       date not null,
    revision  integer not null,
    closed_at timestamptz not null default now(),
    inputs    text not null,
    content   jsonb not null,
    primary key (store, day, revision)
);

create table note (
    id         bigint generated always as identity primary key,
    store      text not null references store on delete cascade,
    day        date not null,
    author     text not null,
    written_at timestamptz not null default now(),
    body       text not null
);
create index note_day on note (store, day);

-- one row per change somebody made
create table audit (
    id      bigint generated always as identity primary key,
    at      timestamptz not null default now(),
    who     text not null,
    store   text,
    action  text not null,
    subject text not null
);
