-- where nobody is told anything any more, by its hash alone: what still comes there is told that it is gone
create table source_hook_gone (
    hash bytea primary key
);

create function source_hook_close() returns trigger language plpgsql as $$
begin
    insert into source_hook_gone values (old.hash) on conflict do nothing;
    return null;
end $$;

create trigger source_hook_close after update of hash or delete on source_hook for each row execute function source_hook_close();

-- whether the shop may still tell at an address before, since it did not take back what it was told
alter table source_hook add column stray boolean not null default false;
