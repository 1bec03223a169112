-- one row per person, store and job that they hold there: the highest says what they may do
alter table membership add column job text;
update membership set job = case role when 'OWNER' then 'owner' when 'MANAGER' then 'manager' else 'adviser' end;
alter table membership drop constraint membership_pkey;
alter table membership drop column role;
alter table membership alter column job set not null;
alter table membership add primary key (person, store, job);

-- one row per invitation and job that it gives
create table invitation_job (
    invitation bigint not null references invitation on delete cascade,
    job        text not null,
    primary key (invitation, job)
);
insert into invitation_job (invitation, job)
    select id, case role when 'OWNER' then 'owner' when 'MANAGER' then 'manager' else 'adviser' end
    from invitation;
alter table invitation drop column role;
