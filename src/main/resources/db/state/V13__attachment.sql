-- one row per file that somebody attached to something in a store, such as task/12; sealed under the store's key
create table attachment (
    id         bigint generated always as identity primary key,
    store      text not null references store on delete cascade,
    thing      text not null,
    name       text not null,
    kind       text not null,
    size       bigint not null check (size > 0),
    content    bytea not null,
    added_by   text not null,
    added_at   timestamptz not null,
    removed_at timestamptz
);
create index attachment_thing on attachment (store, thing);
