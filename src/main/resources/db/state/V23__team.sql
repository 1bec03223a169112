-- one row per talk of two people of a store; what they wrote is sealed under the store's key
create table talk (
    id      bigint generated always as identity primary key,
    store   text not null references store on delete cascade,
    one     bigint not null references person on delete cascade,
    other   bigint not null references person on delete cascade,
    day     date not null,
    agreed  bytea,
    unique (store, one, other, day),
    check (one < other)
);
create index talk_other on talk (store, other);

-- one row per talk and side of it: how that person sees it, and the way they propose
create table talk_side (
    talk       bigint not null references talk on delete cascade,
    person     bigint not null references person on delete cascade,
    view       bytea not null,
    proposal   bytea not null,
    written_at timestamptz not null,
    primary key (talk, person)
);

-- how many people of a store gave a question a score in a fortnight; never who
create table pulse_tally (
    store    text not null references store on delete cascade,
    begun    date not null,
    question text not null,
    score    smallint not null check (score between 1 and 5),
    answers  int not null check (answers > 0),
    primary key (store, begun, question, score)
);

-- who has answered, so that nobody does twice; kept until the next fortnight only
create table pulse_given (
    store  text not null references store on delete cascade,
    begun  date not null,
    person bigint not null references person on delete cascade,
    primary key (store, begun, person)
);

-- one row per thing expected of a person, or of whoever has a job
create table expectation (
    id         bigint generated always as identity primary key,
    store      text not null references store on delete cascade,
    person     bigint references person on delete cascade,
    job        text,
    body       text not null,
    review     date,
    written_by text not null,
    written_at timestamptz not null,
    removed_at timestamptz,
    check ((person is null) <> (job is null))
);
create index expectation_store on expectation (store) where removed_at is null;

-- one row per trial of a partner; the date by which it is decided moves when it is extended
create table trial (
    id         bigint generated always as identity primary key,
    store      text not null references store on delete cascade,
    partner    text not null,
    work       text not null,
    begun      date not null,
    decide_by  date not null,
    job        text not null,
    state      text not null check (state in ('RUNNING', 'PASSED', 'ENDED')),
    written_by text not null,
    written_at timestamptz not null,
    check (decide_by > begun)
);
create index trial_store on trial (store);

-- one row per thing that a trial is judged by; null: not judged yet
create table trial_criterion (
    id    bigint generated always as identity primary key,
    trial bigint not null references trial on delete cascade,
    body  text not null,
    met   boolean
);
create index trial_criterion_trial on trial_criterion (trial);

-- one row per decision about a trial: passed, extended or ended
create table trial_decision (
    id         bigint generated always as identity primary key,
    trial      bigint not null references trial on delete cascade,
    exit       text not null check (exit in ('PASS', 'EXTEND', 'END')),
    until      date,
    why        text not null,
    decided_by text not null,
    decided_at timestamptz not null,
    check ((exit = 'EXTEND') = (until is not null))
);
create index trial_decision_trial on trial_decision (trial);
