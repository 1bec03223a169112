-- a session as its person sees it: which browser, and when it was last used; when its person last
-- showed who they are; and whether a second step is yet to be set up
alter table web_session add column id bigint generated always as identity unique;
alter table web_session add column browser text not null default '';
alter table web_session add column seen_at timestamptz not null default now();
alter table web_session add column shown_at timestamptz not null default now();
alter table web_session add column limited boolean not null default false;

-- whether a token may change anything, whether it opens every store of its person, and its last use
alter table api_token add column writes boolean not null default true;
alter table api_token add column every_store boolean not null default true;
alter table api_token add column used_at timestamptz;

-- one row per token and store that it opens, where it does not open every one
create table api_token_store (
    token bigint not null references api_token on delete cascade,
    store text not null references store on delete cascade,
    primary key (token, store)
);

-- one row per link by which somebody chooses a new password; only the SHA-256 of its token is kept
create table password_link (
    hash       bytea primary key,
    person     bigint not null references person on delete cascade,
    expires_at timestamptz not null
);
