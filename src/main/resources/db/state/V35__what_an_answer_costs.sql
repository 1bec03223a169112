-- the money of one day that somebody says it costs
alter table check_answer add column stake numeric(19, 4) check (stake >= 0);
