-- each time that a store says how it wants a check is a row; the latest not taken back counts
alter table check_change drop constraint check_change_pkey;
alter table check_change
    add column id            bigint generated always as identity primary key,
    add column severity      text,
    add column least         numeric(19, 6),
    add column name          text,
    add column look          text,
    add column todo          text,
    add column asks          text,
    add column pack          text,
    add column evidence      text,
    add column evidence_by   text,
    add column left_out      boolean not null default false,
    add column since         date,
    add column taken_back_at timestamptz;
create index check_change_check on check_change (store, check_id, id);

-- the pack that a check of a store's own belongs to, and the figure it is decided by; empty: none
alter table own_check
    add column pack        text not null default '',
    add column evidence    text not null default '',
    add column evidence_by text not null default '';

-- by which choice a pack came, and by which it went; null: it is still there
create sequence routine_choice;
alter table routine_pack drop constraint routine_pack_pkey;
alter table routine_pack
    add column choice  bigint not null default 0,
    add column left_by bigint,
    add primary key (store, pack, choice);
create unique index routine_pack_now on routine_pack (store, pack) where left_by is null;

-- the named numbers of an answer, as name=value
alter table check_answer add column numbers text[] not null default '{}';
