-- who does it, where, how and at what cost, and what its effect will be measured on once it is done
alter table task
    add column person      bigint references person on delete set null,
    add column reason      text not null default '',
    add column address     text not null default '',
    add column place       text not null default '',
    add column how         text not null default '',
    add column cost        numeric(19, 4) check (cost >= 0),
    add column plan_kind   text,
    add column plan_metric text,
    add column plan_where  text[] not null default '{}',
    add constraint task_plan check ((plan_kind is null) = (plan_metric is null));

-- one row per line of a task's checklist
create table task_item (
    id         bigint generated always as identity primary key,
    task       bigint not null references task on delete cascade,
    body       text not null,
    done_by    text,
    done_at    timestamptz,
    removed_at timestamptz,
    check ((done_by is null) = (done_at is null))
);
create index task_item_task on task_item (task);

-- one row per thing that somebody wrote about a task
create table task_comment (
    id         bigint generated always as identity primary key,
    task       bigint not null references task on delete cascade,
    author     text not null,
    written_at timestamptz not null,
    body       text not null,
    removed_at timestamptz
);
create index task_comment_task on task_comment (task);

-- one row per task that another one has to wait for
create table task_blocker (
    task    bigint not null references task on delete cascade,
    blocker bigint not null references task on delete cascade,
    primary key (task, blocker),
    check (task <> blocker)
);

-- one row per change of a task; what was changed at once is one step, which is undone at once
create sequence task_step;
create table task_change (
    id      bigint generated always as identity primary key,
    task    bigint not null references task on delete cascade,
    step    bigint not null,
    at      timestamptz not null,
    who     text not null,
    what    text not null,
    subject bigint,
    was     text,
    became  text,
    undoes  bigint
);
create index task_change_task on task_change (task, step);
insert into task_change (task, step, at, who, what, became)
select id, nextval('task_step'), opened_at, opened_by, 'OPENED', 'OPEN' from task order by id;
insert into task_change (task, step, at, who, what, was, became)
select id, nextval('task_step'), closed_at, closed_by, 'STATE', 'OPEN', state from task where state <> 'OPEN' order by id;

-- what kind of thing was done, from what to what, why, and by which task
alter table action
    add column kind   text not null default 'OTHER',
    add column was    text not null default '',
    add column became text not null default '',
    add column reason text not null default '',
    add column task   bigint references task on delete set null;
create index action_task on action (task);

-- one row per time that an action's effect was judged otherwise than before; the latest one holds
create table action_effect (
    id        bigint generated always as identity primary key,
    action    bigint not null references action on delete cascade,
    through   date not null,
    judged_at timestamptz not null,
    data      text not null,
    verdict   text not null,
    content   text not null
);
create index action_effect_action on action_effect (action, id);
