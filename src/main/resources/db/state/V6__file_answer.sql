-- what was answered about a known kind of file, for the next one; one row per store, kind and question
create table file_answer (
    store  text not null references store on delete cascade,
    kind   text not null,
    about  text not null,
    answer text not null,
    primary key (store, kind, about)
);
