-- depends: 0003.jobs

-- Whom to tell of a job stands in `job.request -> 'webhooks'`: [{"url", "host", "origin", "events"}].

-- Signs what is sent; all servers of one database share it. 244 random bits.
create table webhook_secret (
    one boolean primary key default true check (one),
    secret bytea not null
);
insert into webhook_secret (secret)
values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));

create table webhook_delivery (
    sequence bigint generated always as identity primary key,
    id uuid not null unique default gen_random_uuid(),
    job uuid not null,                          -- no reference: what is told outlives the row
    dialect text not null,
    event text not null check (event in ('start', 'logs', 'output', 'completed')),
    url text not null,
    host text not null,                         -- of the URL: how much goes to one host at a time is limited
    origin text not null,                       -- this server, as the client reaches it
    snapshot jsonb,                             -- the job and its pictures at that moment; gone once it is told
    failures integer not null default 0,
    created_at timestamptz not null default clock_timestamp(),
    due_at timestamptz not null default clock_timestamp(),
    claimed_until timestamptz,                  -- a sender has it in hand
    done_at timestamptz,
    status integer,                             -- of the last answer
    outcome text check (outcome in ('delivered', 'dead'))
);
create index webhook_due on webhook_delivery (due_at) where done_at is null;
create index webhook_order on webhook_delivery (job, url, sequence);
create index webhook_done on webhook_delivery (done_at) where done_at is not null;

-- What happens to a job that somebody wants to hear of becomes deliveries, in the transaction that makes it happen.
create function webhook_tell() returns trigger language plpgsql as $$
declare
    happened text[] := case new.state
        when 'queued' then array['start']
        when 'running' then array['logs']
        when 'succeeded' then array['logs', 'output', 'completed']
        else array['completed'] end;
begin
    if tg_op = 'UPDATE' and (new.state = 'queued' or new.state = 'running' and new.attempt > 1) then
        return null;  -- taken up again: told already
    end if;
    insert into webhook_delivery (job, dialect, event, url, host, origin, snapshot)
    select new.id, new.dialect, event, hook ->> 'url', hook ->> 'host', hook ->> 'origin',
           to_jsonb(new) || jsonb_build_object('made', coalesce((
               select jsonb_agg(to_jsonb(artifact) - 'report' order by position) from artifact where job = new.id
           ), '[]'))
    from jsonb_array_elements(new.request -> 'webhooks') as hook, unnest(happened) with ordinality as moment (event, place)
    where hook -> 'events' ? event
      -- logs and output at most twice a second
      and (event not in ('logs', 'output') or not exists (
          select from webhook_delivery as last
          where last.job = new.id and last.url = hook ->> 'url' and last.event = moment.event
            and last.created_at > clock_timestamp() - interval '500 ms'))
    order by place;
    perform pg_notify('gouache_webhook', '');
    return null;
end $$;
create trigger webhook_submitted after insert on job
    for each row when (new.request ? 'webhooks') execute function webhook_tell();
create trigger webhook_moved after update of state on job
    for each row when (new.request ? 'webhooks' and new.state is distinct from old.state)
    execute function webhook_tell();

-- Files that clients hand in to be named later; the bytes are the artifact's.
create table client_file (
    id uuid primary key references artifact on delete cascade,
    account uuid not null references account,
    name text not null,
    md5 text not null,
    metadata json not null default '{}'         -- not jsonb: it cannot hold every text
);
create index client_file_account on client_file (account, id);

-- What is left of a job whose data are gone: kept a while for dialects that still answer for it.
alter table job add column removed_at timestamptz;
drop index job_expiry;
create index job_expiry on job (expires_at) where expires_at is not null and removed_at is null;
create index job_removed on job (removed_at) where removed_at is not null;
