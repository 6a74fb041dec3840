-- depends: 0001.dispatch

create table account (
    id uuid primary key default gen_random_uuid(),
    name text not null unique,
    balance bigint not null default 0,          -- the sum of its entries in the book `balance`; a trigger keeps it
    unlimited boolean not null default false,   -- may go below zero
    open_jobs integer not null default 0 check (open_jobs >= 0),    -- queued or running
    dispatched integer not null default 0 check (dispatched >= 0),  -- of those, in the workers' hands
    created_at timestamptz not null default now()
) with (fillfactor = 70);

insert into account (name, unlimited) values ('open', true);

create table api_key (
    id uuid primary key default gen_random_uuid(),
    account uuid not null references account,
    name text not null,
    hash bytea not null unique,
    hint text not null,                         -- its first characters, to tell keys apart
    created_at timestamptz not null default now(),
    revoked_at timestamptz,                     -- dead from then on, also when in the future
    requests_until timestamptz not null default 'epoch',  -- how far its allowance is used up, see ledger/limits.py
    images_until timestamptz not null default 'epoch'
) with (fillfactor = 70);

create table entry (
    id bigint generated always as identity primary key,
    transaction uuid not null,
    account uuid not null references account,
    book text not null check (book in ('balance', 'held', 'earned', 'issued')),
    amount bigint not null check (amount <> 0),
    kind text not null check (kind in ('grant', 'reserve', 'settle', 'refund')),
    job uuid,                                   -- outlives the job's row
    at timestamptz not null default now()
);
create index entry_account on entry (account, book);
create index entry_job on entry (job);

create function entry_book() returns trigger language plpgsql as $$
begin
    if exists (select from fresh group by transaction, account having sum(amount) <> 0) then
        raise exception 'the entries of a transaction do not add up to zero';
    end if;
    update account set balance = balance + change
    from (select account as payer, sum(amount) as change from fresh where book = 'balance' group by account) as sums
    where id = payer;
    return null;
end $$;
create trigger entry_booked after insert on entry
    referencing new table as fresh for each statement execute function entry_book();

create function entry_keep() returns trigger language plpgsql as $$
begin
    raise exception 'entries are never changed';
end $$;
create trigger entry_kept before update or delete or truncate on entry
    for each statement execute function entry_keep();
