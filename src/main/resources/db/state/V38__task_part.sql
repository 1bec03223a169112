-- one row per task that is a part of another one, split off for somebody else for the same reason
create table task_part (
    task  bigint primary key references task on delete cascade,
    whole bigint not null references task on delete cascade,
    check (task > whole)
);
create index task_part_whole on task_part (whole);
