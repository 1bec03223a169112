-- one row per pack of checks that a store chose; a store without rows goes by the packs of its language
create table routine_pack (
    store text not null references store on delete cascade,
    pack  text not null,
    since date not null,
    primary key (store, pack)
);

-- one row per check that a store does otherwise than its pack says; null: as the pack says
create table check_change (
    store    text not null references store on delete cascade,
    check_id text not null,
    job      text,
    cadence  text,
    at       time,
    primary key (store, check_id)
);

-- one row per silence of a check, from its first to its last day
create table check_mute (
    id        bigint generated always as identity primary key,
    store     text not null references store on delete cascade,
    check_id  text not null,
    from_day  date not null,
    until_day date not null check (until_day >= from_day),
    why       text not null,
    muted_by  text not null,
    lifted_at timestamptz
);
create index check_mute_store on check_mute (store);

-- one row per check of a store's own
create table own_check (
    id         bigint generated always as identity primary key,
    store      text not null references store on delete cascade,
    name       text not null,
    look       text not null,
    job        text not null,
    cadence    text not null,
    at         time not null,
    asks       text not null,
    since      date not null,
    made_by    text not null,
    removed_at timestamptz
);
create index own_check_store on own_check (store);

-- one row per answer of a person about a period, named by its first day; the latest not taken back counts
create table check_answer (
    id            bigint generated always as identity primary key,
    store         text not null references store on delete cascade,
    check_id      text not null,
    cadence       text not null,
    turn          date not null,
    outcome       text not null check (outcome in ('PASS', 'ATTENTION', 'FAIL', 'CANNOT_TELL')),
    note          text not null,
    number        numeric(19, 4),
    link          text not null,
    answered_by   text not null,
    answered_at   timestamptz not null,
    taken_back_at timestamptz
);
create index check_answer_turn on check_answer (store, turn);
create index check_answer_check on check_answer (store, check_id, turn);
