-- what a store chose that has a default; one row per store and setting
create table store_setting (
    store text not null references store on delete cascade,
    name text not null,
    value text not null,
    primary key (store, name)
);
