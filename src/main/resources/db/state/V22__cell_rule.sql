-- what a cell that could not be read is read as from then on; one row per store, kind of file, column and text
create table cell_rule (
    store   text        not null references store on delete cascade,
    kind    text        not null,
    heading text        not null,
    was     text        not null, -- empty: an empty cell
    reads   text,                 -- absent: rows with it are left out
    kept_by text        not null,
    kept_at timestamptz not null,
    primary key (store, kind, heading, was)
);
