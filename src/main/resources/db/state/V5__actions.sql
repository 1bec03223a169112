-- one row per thing a store did to move a metric; without to_day it goes on
create table action (
    id       bigint generated always as identity primary key,
    store    text not null references store on delete cascade,
    name     text not null,
    metric   text not null,
    from_day date not null,
    to_day   date check (to_day >= from_day),
    set_by   text not null,
    set_at   timestamptz not null
);
create index action_store on action (store, from_day);

-- one row per action and part of the store that it touched; none: the whole store
create table action_place (
    action    bigint not null references action on delete cascade,
    dimension text not null,
    value     text not null,
    primary key (action, dimension, value)
);
