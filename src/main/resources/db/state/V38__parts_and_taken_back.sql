-- one row per task that is a part of another one, split off for somebody else for the same reason
create table task_part (
    task  bigint primary key references task on delete cascade,
    whole bigint not null references task on delete cascade,
    check (task > whole)
);
create index task_part_whole on task_part (whole);

-- a trial that was begun by mistake is gone, and can be brought back
alter table trial add column removed_at timestamptz;

-- the day that a decision was due, which holds again once the decision is taken back
alter table trial_decision add column was_due date;
update trial_decision d set was_due = coalesce(
    (select max(b.until) from trial_decision b where b.trial = d.trial and b.id < d.id),
    case when d.exit = 'EXTEND' then (select (t.begun + interval '3 months')::date from trial t where t.id = d.trial)
        else (select t.decide_by from trial t where t.id = d.trial) end);
alter table trial_decision alter column was_due set not null;
