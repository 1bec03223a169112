-- The audit is a chain: a row's hash covers what it says and the hash of the row before it, so a row
-- that was changed, taken out or slipped in breaks it. What a row says in words (who, in which store,
-- about what) goes into the hash as digests with a salt of the row's own: erasing a store or a person
-- takes words and salt away and leaves digests and hash, so the chain holds and tells nobody anything.
alter table audit rename to audit_before;
alter table audit_before rename constraint audit_pkey to audit_before_pkey;

create table audit (
    number         bigint primary key,
    at             timestamptz not null,
    who            text,
    store          text,
    action         text not null,
    subject        text,
    salt           bytea,
    who_digest     bytea not null,
    store_digest   bytea not null,
    subject_digest bytea not null,
    hash           bytea not null
);
create index audit_store on audit (store, number);

-- what stands for a word in the hash; a word that is not there has a digest, too
create function audit_digest(salt bytea, word text) returns bytea language sql immutable as $$
    select sha256(salt || case when word is null then '\x00'::bytea
        else '\x01'::bytea || convert_to(word, 'UTF8') end)
$$;

create function audit_hash(before bytea, r audit) returns bytea language sql stable as $$
    select sha256(before
        || convert_to(r.number || ' ' || (extract(epoch from r.at) * 1000000)::bigint || ' ' || r.action || ' ', 'UTF8')
        || r.who_digest || r.store_digest || r.subject_digest)
$$;

create function audit_append() returns trigger language plpgsql as $$
declare
    last record;
begin
    perform pg_advisory_xact_lock(7246841);
    select number, hash into last from audit order by number desc limit 1;
    new.number := coalesce(last.number, 0) + 1;
    new.at := coalesce(new.at, clock_timestamp());
    new.salt := uuid_send(gen_random_uuid());
    new.who_digest := audit_digest(new.salt, new.who);
    new.store_digest := audit_digest(new.salt, new.store);
    new.subject_digest := audit_digest(new.salt, new.subject);
    new.hash := audit_hash(coalesce(last.hash, '\x'::bytea), new);
    return new;
end
$$;
create trigger audit_append before insert on audit for each row execute function audit_append();

-- the one change there is: words and salt go together, and nothing else changes
create function audit_keep() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.who is null and new.subject is null and new.salt is null
        and (new.store is null or new.store = old.store)
        and (new.number, new.at, new.action, new.who_digest, new.store_digest, new.subject_digest, new.hash)
            = (old.number, old.at, old.action, old.who_digest, old.store_digest, old.subject_digest, old.hash)
    then
        return new;
    end if;
    raise exception 'the audit is only added to';
end
$$;
create trigger audit_keep before update or delete on audit for each row execute function audit_keep();
create trigger audit_whole before truncate on audit for each statement execute function audit_keep();

-- a store that is removed takes what was said of it along
create function audit_erase_store() returns trigger language plpgsql as $$
begin
    update audit set who = null, store = null, subject = null, salt = null where store = old.id;
    return old;
end
$$;
create trigger audit_erase_store after delete on store for each row execute function audit_erase_store();

insert into audit (at, who, store, action, subject)
    select at, who, store, action, subject from audit_before order by id;
drop table audit_before;
