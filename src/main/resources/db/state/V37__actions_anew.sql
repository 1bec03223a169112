-- what time of its first day it began, by the store's clock; null: nobody said
alter table action add column from_time time(0);

-- one row per time that somebody said anew how an action goes: what held before; gone once it is taken back
create table action_change (
    id         bigint generated always as identity primary key,
    action     bigint not null references action on delete cascade,
    from_time  time(0),
    to_day     date,
    became     text not null,
    reason     text not null,
    changed_by text not null,
    changed_at timestamptz not null
);
create index action_change_action on action_change (action, id);
