-- one row per store, check and day that it was gone through, as it was told last
create table check_result (
    store     text not null references store on delete cascade,
    check_id  text not null,
    day       date not null,
    outcome   text not null check (outcome in ('PASS', 'ATTENTION', 'FAIL', 'CANNOT_TELL')),
    content   text not null,
    looked_at timestamptz not null,
    primary key (store, check_id, day)
);

-- one row per thing to do; one that a check opened names the check, and what of the store it is about
create table task (
    id        bigint generated always as identity primary key,
    store     text not null references store on delete cascade,
    title     text not null,
    job       text not null,
    due       date,
    stake     numeric(19, 4) not null default 0 check (stake >= 0),
    state     text not null default 'OPEN' check (state in ('OPEN', 'DONE', 'RECOVERED', 'DROPPED')),
    check_id  text,
    subject   text,
    finding   text,
    first_day date,
    last_day  date,
    opened_by text not null,
    opened_at timestamptz not null,
    closed_by text,
    closed_at timestamptz,
    check ((check_id is null) = (subject is null) and (check_id is null) = (finding is null)),
    check ((state = 'OPEN') = (closed_at is null))
);
create index task_store on task (store, state);

-- what a check finds on many days is one task
create unique index task_finding on task (store, check_id, subject) where state = 'OPEN';
