-- a person who is removed leaves a number in the audit instead of a name; words and salt go with the name
create or replace function audit_keep() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and (new.who is null or new.who ~ '^#[0-9]+$') and new.subject is null and new.salt is null
        and (new.store is null or new.store = old.store)
        and (new.number, new.at, new.action, new.who_digest, new.store_digest, new.subject_digest, new.hash)
            = (old.number, old.at, old.action, old.who_digest, old.store_digest, old.subject_digest, old.hash)
    then
        return new;
    end if;
    raise exception 'the audit is only added to';
end
$$;

-- the number that stands for a person is the same in every row
create function audit_erase_person() returns trigger language plpgsql as $$
begin
    if not exists (select from person where name = old.name) then
        update audit set who = '#' || old.id, subject = null, salt = null where who = old.name;
    end if;
    return old;
end
$$;
create trigger audit_erase_person after delete on person for each row execute function audit_erase_person();
