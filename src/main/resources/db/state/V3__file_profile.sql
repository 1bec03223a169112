-- how a store's own files are read; one row per store and profile
create table file_profile (
    store    text not null references store on delete cascade,
    id       text not null,
    yaml     text not null,
    saved_by text not null,
    saved_at timestamptz not null default now(),
    primary key (store, id)
);
