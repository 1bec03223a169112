-- what somebody removed can be brought back; null: it is there
create sequence goal_id;
alter table month_goal add column id bigint not null default nextval('goal_id'), add column removed_at timestamptz;
alter table steady_goal add column id bigint not null default nextval('goal_id'), add column removed_at timestamptz;
alter table saved_view add column removed_at timestamptz;
alter table file_profile add column removed_at timestamptz;
alter table cell_rule add column id bigint generated always as identity, add column removed_at timestamptz;
