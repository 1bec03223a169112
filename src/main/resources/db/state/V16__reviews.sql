-- one row per wording of a section of a review; the newest one counts, those before it are kept
create table review_text (
    id         bigint generated always as identity primary key,
    store      text not null references store on delete cascade,
    cadence    text not null check (cadence in ('WEEKLY', 'FORTNIGHTLY', 'MONTHLY')),
    first_day  date not null,
    section    text not null,
    body       text not null,
    written_by text not null,
    written_at timestamptz not null
);
create index review_text_period on review_text (store, cadence, first_day);

-- one row per review that was signed: its figures and words as they were
create table review_signature (
    store     text not null references store on delete cascade,
    cadence   text not null check (cadence in ('WEEKLY', 'FORTNIGHTLY', 'MONTHLY')),
    first_day date not null,
    signed_by text not null,
    signed_at timestamptz not null,
    content   text not null,
    primary key (store, cadence, first_day)
);

-- one row per task that was opened from a place, such as an item of a review; a place opens one task
create table task_origin (
    task   bigint primary key references task on delete cascade,
    store  text not null references store on delete cascade,
    origin text not null,
    unique (store, origin)
);
