-- what somebody removed can be brought back for a while; null: it is there
alter table note add column removed_at timestamptz;
alter table action add column removed_at timestamptz;
