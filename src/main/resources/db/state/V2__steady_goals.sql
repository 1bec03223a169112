-- one row per store, metric and month; the goal is the same on every day
create table steady_goal (
    store  text not null references store on delete cascade,
    metric text not null,
    month  date not null check (extract(day from month) = 1),
    value  numeric(19, 8) not null,
    set_by text not null,
    set_at timestamptz not null default now(),
    primary key (store, metric, month)
);
