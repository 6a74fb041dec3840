-- depends: 0002.accounts

create table job (
    id uuid primary key,
    account uuid not null references account,
    key uuid,
    dialect text not null,
    operation jsonb not null,
    request jsonb not null default '{}',        -- what the dialect must remember to answer in its own words
    queue text not null,
    pictures integer not null check (pictures > 0),
    units bigint not null check (units >= 0),   -- reserved for all its pictures
    charged bigint not null default 0 check (charged between 0 and units),
    state text not null default 'queued'
        check (state in ('queued', 'running', 'succeeded', 'failed', 'canceled', 'expired')),
    attempt integer not null default 0,         -- how often a worker took it up
    deaths integer not null default 0,          -- how often one died of it
    priority integer not null default 0,
    progress real not null default 0,
    error jsonb,
    dispatch bigint,                            -- its row at the dispatcher; null while it waits for its account's turn
    worker text,
    idempotency_key text,
    deadline timestamptz,                       -- when it must be over
    created_at timestamptz not null default clock_timestamp(),
    started_at timestamptz,
    finished_at timestamptz,
    expires_at timestamptz                      -- when the row goes
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
create unique index job_idempotency on job (account, idempotency_key) where idempotency_key is not null;
create index job_held on job (account, priority desc, created_at, id) where state = 'queued' and dispatch is null;
create index job_open on job (state) where state in ('queued', 'running');
create index job_deadline on job (deadline) where state in ('queued', 'running') and deadline is not null;
create index job_expiry on job (expires_at) where expires_at is not null;
create index job_listing on job (account, created_at desc, id desc);

create table job_event (
    sequence bigint generated always as identity primary key,
    job uuid not null references job on delete cascade,
    type text not null,
    data jsonb not null default '{}',
    at timestamptz not null default clock_timestamp()
);
create index job_event_job on job_event (job, sequence);

create table artifact (
    id uuid primary key,
    job uuid references job on delete set null,
    position integer not null default 0,        -- which picture of its job
    sha256 text not null,                       -- names the object in the store
    media_type text not null,
    width integer not null,
    height integer not null,
    bytes bigint not null,
    report json not null default '{}',          -- not jsonb: its order is for people
    created_at timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null
);
create index artifact_job on artifact (job, position);
create index artifact_sha256 on artifact (sha256);
create index artifact_expiry on artifact (expires_at);
