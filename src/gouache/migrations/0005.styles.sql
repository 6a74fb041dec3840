-- depends: 0003.jobs

create table style (
    id uuid primary key,                        -- the job's that made it
    account uuid not null references account,
    private boolean not null,                   -- else every account may draw in it
    profile jsonb not null,
    created_at timestamptz not null default clock_timestamp()
);
create index style_account on style (account, created_at desc, id);
