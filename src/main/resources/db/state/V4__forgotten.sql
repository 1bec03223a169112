-- one row per contact that a store has forgotten: a keyed digest of its token, never the contact
create table forgotten (
    store text not null references store on delete cascade,
    mark  text not null,
    primary key (store, mark)
);
