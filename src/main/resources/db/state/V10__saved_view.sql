-- one row per view a person saved of a store: a page with its parameters, under a name
create table saved_view (
    id       bigint generated always as identity primary key,
    store    text not null references store on delete cascade,
    person   bigint not null references person on delete cascade,
    name     text not null,
    address  text not null,
    saved_at timestamptz not null default now(),
    unique (store, person, name)
);
