-- one row per thing that somebody wants to be spoken about; a meeting that takes it up ends it
create table suggestion (
    id         bigint generated always as identity primary key,
    store      text not null references store on delete cascade,
    body       text not null,
    written_by text not null,
    written_at timestamptz not null,
    meeting    bigint
);
create index suggestion_store on suggestion (store) where meeting is null;

-- one row per meeting that was begun; one that is closed stays as it is
create table meeting (
    id        bigint generated always as identity primary key,
    store     text not null references store on delete cascade,
    cadence   text not null check (cadence in ('WEEKLY', 'FORTNIGHTLY')),
    day       date not null,
    present   text[] not null default '{}',
    opened_by text not null,
    opened_at timestamptz not null,
    closed_by text,
    closed_at timestamptz,
    unique (store, cadence, day)
);
alter table suggestion add foreign key (meeting) references meeting on delete set null;

-- one row per item of a meeting's agenda, as it was told when the meeting began, and what was said about it
create table meeting_item (
    id         bigint generated always as identity primary key,
    meeting    bigint not null references meeting on delete cascade,
    kind       text not null,
    title      text not null,
    detail     text not null,
    address    text not null,
    minutes    text not null default '',
    written_by text,
    written_at timestamptz
);
create index meeting_item_meeting on meeting_item (meeting);

-- one row per change that people of a store have to know of
create table notice (
    id         bigint generated always as identity primary key,
    store      text not null references store on delete cascade,
    title      text not null,
    body       text not null,
    jobs       text[] not null default '{}',
    written_by text not null,
    written_at timestamptz not null,
    removed_at timestamptz
);
create index notice_store on notice (store);

-- one row per notice and person who said to have read it
create table notice_read (
    notice  bigint not null references notice on delete cascade,
    person  bigint not null references person on delete cascade,
    read_at timestamptz not null,
    primary key (notice, person)
);
