"""The state machine of jobs. Every way from one state to another is here, each one transaction.

    queued ──start──▶ running ──finish──▶ succeeded, failed
      │  ◀──retry──────┘  │
      ├──────cancel───────┴──▶ canceled
      ├──────expire──────────▶ expired
      └──────refuse──────────▶ failed

A transition does everything that must agree with it: units (reserve, settle, refund), the account's turn, the
dispatcher's row, the event, the notification. What a worker does carries its attempt's number: one that was given up
for dead and comes back changes nothing.

Fairness: of each account only `in_flight` jobs are at the dispatcher, which serves first come, first served; the others
wait in line, highest priority first, and one moves up when one ends. So accounts take turns, whatever they submit.

Locks are taken in the order job, account; submit creates its job only after the account is locked.
"""

from __future__ import annotations

import uuid
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from psycopg.rows import DictRow
from psycopg.types.json import Json, Jsonb

from gouache.artifacts.store import Artifact
from gouache.db import Connection, fetch, first
from gouache.errors import Busy, Canceled, GouacheError, NotEnoughCredits, TooLate, Unavailable
from gouache.jobs.dispatch import TASK
from gouache.jobs.model import OPEN, Order, State, dump_error
from gouache.ledger.limits import Allowance, Limits, allowance
from gouache.operations import dump

CHANNEL = "gouache_job"  # notifications: "<job id> <event type>"

# Hands a job to Procrastinate by the SQL function behind its `defer`, so that it happens inside our own statement.
_DEFER = f"""(procrastinate_defer_jobs_v1(array[row(
    {{queue}}, '{TASK}', 0, null, null, jsonb_build_object('job', {{id}}), null)::procrastinate_job_to_defer_v1]))[1]"""

# Lets in, in their turn, as many of the orders as their keys, accounts and the queue allow.
_SUBMIT = f"""
with known as (
    select id from job where id = any(%(ids)s::uuid[])
), wanted as materialized (
    select *, clock_timestamp() as at, set_config('synchronous_commit', %(commit)s, true) as commit
    from json_to_recordset(%(orders)s) as one
        (turn int, id uuid, account uuid, key uuid, limited_key uuid, dialect text, operation jsonb, request jsonb,
         queue text, pictures int, units bigint, priority int, idempotency_key text, deadline timestamptz,
         lasting boolean)
    where id not in (select id from known)
), keyed as (
    select id, images_until, requests_until from api_key where id in (select limited_key from wanted)
    order by id for no key update
), payer as (
    select id, balance, unlimited, open_jobs, dispatched from account where id in (select account from wanted)
    order by id for no key update
), asked as (
    select wanted.*, unlimited or balance >= sum(units) over own as payable,
        open_jobs + count(*) over own as open, count(*) over (order by turn) as place,
        %(in_flight)s - dispatched as free, pictures * %(image_seconds)s::float8 as span,
        greatest(images_until, at) + make_interval(secs => %(image_seconds)s * sum(pictures) over of_key) as images_at,
        greatest(requests_until, at) + make_interval(secs => %(request_seconds)s * count(*) over of_key) as requests_at
    from wanted join payer on payer.id = account left join keyed on keyed.id = limited_key
    window own as (partition by account order by turn), of_key as (partition by limited_key order by turn)
), let_in as (
    select *, row_number() over (partition by account order by turn) <= free as its_turn from asked
    where payable and (%(account_jobs)s = 0 or open <= %(account_jobs)s)
      and (%(queue_limit)s::bigint is null
           or (select count(*) from (select from job where state = 'queued' limit %(queue_limit)s) as queued)
              + place <= %(queue_limit)s)
      and (limited_key is null
           or (span = 0 or images_at <= at + make_interval(secs => greatest(60, span)))
              and (%(request_seconds)s = 0 or requests_at <= at + interval '1 s'))
), limited as (
    update api_key set images_until = images_at, requests_until = requests_at
    from (select limited_key, max(images_at) as images_at, max(requests_at) as requests_at from let_in
          group by limited_key) as spent
    where api_key.id = limited_key
), counted as (
    update account set open_jobs = open_jobs + more, dispatched = dispatched + turns
    from (select account, count(*) as more, count(*) filter (where its_turn) as turns from let_in group by account) as n
    where account.id = n.account
), submitted as (
    insert into job (id, account, key, dialect, operation, request, queue, pictures, units, priority, idempotency_key,
                     deadline, lasting, dispatch)
    select id, account, key, dialect, operation, request, queue, pictures, units, priority, idempotency_key, deadline,
           lasting,
           case when its_turn then {_DEFER.format(queue="queue", id="id::text")} end
    from let_in order by turn
), told as (
    insert into job_event (job, type) select id, 'queued' from let_in order by turn
), reserved as (
    insert into entry (transaction, account, book, amount, kind, job)
    select id, account, book, amount, 'reserve', id
    from let_in, lateral (values ('balance', -units), ('held', units)) as books (book, amount)
    where amount <> 0
)
select id, at as now, case when limited_key is not null then images_at end as images_until,
       requests_at as requests_until
from let_in
union all
select id, null, null, null from known
"""


@dataclass(frozen=True, slots=True)
class Admission:
    """How much may be underway at once; 0 open jobs = no limit, queue_limit None = it is known that there is room."""

    queue_limit: int | None
    account_jobs: int
    in_flight: int


@dataclass(frozen=True, slots=True)
class Started:
    """An attempt at a job, for the worker that holds it."""

    id: uuid.UUID
    attempt: int
    dialect: str
    operation: dict[str, Any]


async def submit(
    connection: Connection, order: Order, queue: str, admission: Admission, limits: Limits, *, durable: bool = True
) -> Allowance | None:
    """Reserve the units and queue the job; what its key may still ask, None when that is not limited.

    Raises NotEnoughCredits or Busy. One statement, one commit; a `durable` one waits for the disk. A repeated submit
    (same id) changes nothing.
    """
    found = await submit_all(connection, [(order, queue)], admission, limits, durable=durable)
    if order.id not in found:
        raise await _refusal(connection, order, admission, limits)
    return found[order.id]


async def submit_all(
    connection: Connection,
    orders: Sequence[tuple[Order, str]],
    admission: Admission,
    limits: Limits,
    *,
    durable: bool = True,
) -> dict[uuid.UUID, Allowance | None]:
    """As `submit`, for several orders with their queues in one statement; those that are missing were not let in.

    A later one may be missing only because an earlier one was: ask for it again alone.
    """
    rows = await fetch(
        connection,
        _SUBMIT,
        ids=f"{{{','.join(str(order.id) for order, _ in orders)}}}",  # psycopg is slow with lists
        orders=Json([_row(turn, order, queue, limits) for turn, (order, queue) in enumerate(orders)]),
        commit="on" if durable else "off",
        in_flight=admission.in_flight,
        account_jobs=admission.account_jobs,
        queue_limit=admission.queue_limit,
        image_seconds=limits.image_seconds,
        request_seconds=limits.request_seconds,
    )
    return {row["id"]: _allowance(row, limits) if row["images_until"] else None for row in rows}


async def waiting(connection: Connection, limit: int) -> int:
    """How many jobs of all accounts are queued; counted up to the limit."""
    row = await first(
        connection,
        "select count(*) as jobs from (select from job where state = 'queued' limit %(limit)s) as queued",
        limit=limit,
    )
    return int(row["jobs"]) if row else 0


def _row(turn: int, order: Order, queue: str, limits: Limits) -> dict[str, object]:
    return {
        "turn": turn,
        "id": str(order.id),
        "account": str(order.account),
        "key": str(order.key) if order.key else None,
        "limited_key": str(order.key) if order.key and limits.any else None,
        "dialect": order.dialect,
        "operation": dump(order.operation),
        "request": order.request,
        "queue": queue,
        "pictures": order.pictures,
        "units": order.units,
        "priority": order.priority,
        "idempotency_key": order.idempotency_key,
        "deadline": order.deadline.isoformat() if order.deadline else None,
        "lasting": order.lasting,
    }


def _allowance(row: DictRow, limits: Limits, images: int = 0) -> Allowance:
    return allowance(limits, row["now"], row["images_until"], row["requests_until"], images)


async def _refusal(
    connection: Connection, order: Order, admission: Admission, limits: Limits
) -> NotEnoughCredits | Busy | Unavailable:
    """Why a submit found nothing to do."""
    row = await first(
        connection,
        """select clock_timestamp() as now, balance, unlimited, open_jobs, images_until, requests_until,
                  (select count(*) from job where state = 'queued') as waiting
           from account left join api_key on api_key.id = %(key)s where account.id = %(account)s""",
        account=order.account,
        key=order.key,
    )
    if row is None:
        return Unavailable("the account is gone")
    if not row["unlimited"] and row["balance"] < order.units:
        return NotEnoughCredits(f"the request costs {order.units} API units, the account has {row['balance']}")
    if row["images_until"] and limits.any:
        left = _allowance(row, limits, order.pictures)
        if left.wait > 0:
            return Busy("rate limit of this key exceeded", _seconds(left.wait), left.headers(limits))
    if admission.account_jobs and row["open_jobs"] >= admission.account_jobs:
        return Busy(f"the account has {row['open_jobs']} open jobs, no more are allowed", retry_after=1)
    return Busy("too many requests are waiting", retry_after=2)


def _seconds(wait: float) -> int:
    return max(1, int(wait + 0.999))


async def start(connection: Connection, job: uuid.UUID, dispatch: int, worker: str) -> Started | None:
    """queued → running, for the worker that got the dispatcher's row; None when the job is no longer its."""
    row = await first(
        connection,
        """with started as (
               update job set state = 'running', attempt = attempt + 1, worker = %(worker)s,
                   started_at = coalesce(started_at, clock_timestamp()), progress = 0
               where id = %(job)s and state = 'queued' and dispatch = %(dispatch)s
               returning id, attempt, dialect, operation
           ), told as (
               insert into job_event (job, type, data)
               select id, 'running', jsonb_build_object('attempt', attempt) from started
               returning pg_notify('gouache_job', job || ' running')
           )
           select started.* from started, told""",
        job=job,
        dispatch=dispatch,
        worker=worker,
    )
    return Started(**row) if row else None


async def progress(connection: Connection, job: uuid.UUID, attempt: int, fraction: float, stage: str) -> None:
    """running → running: how far it is, 0..1."""
    await fetch(
        connection,
        """with moved as (
               update job set progress = %(fraction)s
               where id = %(job)s and attempt = %(attempt)s and state = 'running' returning id
           )
           insert into job_event (job, type, data)
           select id, 'progress', jsonb_build_object('progress', %(fraction)s::real, 'stage', %(stage)s::text)
           from moved
           returning pg_notify('gouache_job', job || ' progress')""",
        job=job,
        attempt=attempt,
        fraction=fraction,
        stage=stage,
    )


# Any open state → a final one: settle `delivered` of its pictures, refund the rest, free its place.
_CLOSE = """
with closed as (
    update job set state = %(state)s, error = %(error)s, finished_at = clock_timestamp(),
        expires_at = case
            when not lasting or %(delivered)s = 0 then clock_timestamp() + make_interval(secs => %(keep)s)
            else clock_timestamp() + make_interval(secs => %(lasting)s::float8) end,
        progress = case when %(state)s = 'succeeded' then 1 else progress end,
        charged = units * least(%(delivered)s, pictures) / pictures
    where id = %(job)s and state = any(%(states)s) and (%(attempt)s::integer is null or attempt = %(attempt)s)
    returning id, account, units, charged, dispatch, expires_at, pictures
), told as (
    insert into job_event (job, type, data)
    select id, %(state)s, jsonb_build_object('charged', charged) || coalesce(%(error)s::jsonb, '{}') from closed
    returning pg_notify('gouache_job', job || ' ' || type)
), booked as (
    insert into entry (transaction, account, book, amount, kind, job)
    select %(transaction)s, account, book, amount, kind, id
    from closed, lateral (values
        ('held', -charged, 'settle'), ('earned', charged, 'settle'),
        ('held', charged - units, 'refund'), ('balance', units - charged, 'refund')) as books (book, amount, kind)
    where amount <> 0
), kept as (
    insert into artifact (id, job, position, sha256, media_type, width, height, bytes, report, expires_at)
    select new.id, closed.id, position, sha256, media_type, width, height, bytes, report,
           coalesce(closed.expires_at, 'infinity')
    from closed, json_to_recordset(%(artifacts)s) as new
        (id uuid, position int, sha256 text, media_type text, width int, height int, bytes bigint, report json)
    on conflict (id) do update set expires_at = excluded.expires_at  -- it was shown already
), dropped as (
    delete from artifact using closed
    where closed.pictures > 1 and artifact.job = closed.id and artifact.id <> all(%(kept)s::uuid[])
), freed as (
    update account set open_jobs = open_jobs - 1, dispatched = dispatched - (dispatch is not null)::integer
    from closed where account.id = closed.account
    returning open_jobs > dispatched as others_wait
)
select closed.account, dispatch, others_wait from closed, told, freed
"""

# The account's next jobs go to the dispatcher. Its row is locked by this transaction.
_MOVE_UP = f"""
with next as (
    select job.id, queue from job join account on account.id = job.account
    where account = %(account)s and state = 'queued' and dispatch is null
    order by priority desc, job.created_at, job.id
    limit (select greatest(0, %(in_flight)s - dispatched) from account where id = %(account)s)
    for update of job skip locked
), handed as (
    update job set dispatch = {_DEFER.format(queue="next.queue", id="next.id::text")} from next where job.id = next.id
    returning job.id
)
update account set dispatched = dispatched + (select count(*) from handed) where id = %(account)s
"""


@dataclass(frozen=True, slots=True)
class Rules:
    """What the transitions need to know of the settings.

    `keep` is how many seconds jobs and pictures are kept once finished, `lasting` the same for lasting ones (None =
    without end).
    """

    in_flight: int
    attempts: int
    keep: float
    lasting: float | None = None


async def _close(
    connection: Connection,
    job: uuid.UUID,
    state: State,
    rules: Rules,
    *,
    states: Sequence[State] = OPEN,
    attempt: int | None = None,
    pictures: Sequence[Artifact] = (),
    error: GouacheError | None = None,
) -> DictRow | None:
    """Inside the caller's transaction. The closed row's account and dispatch, None when it was not in those states."""
    row = await first(
        connection, _CLOSE, job=job, state=state, states=list(states), attempt=attempt, delivered=len(pictures),
        artifacts=Json([picture.row() for picture in pictures]), error=Jsonb(dump_error(error)) if error else None,
        kept=[picture.id for picture in pictures],
        keep=rules.keep, lasting=rules.lasting, transaction=uuid.uuid4(),
    )  # fmt: skip
    if row is not None and row["others_wait"]:
        await fetch(connection, _MOVE_UP, account=row["account"], in_flight=rules.in_flight)
    return row


async def finish(
    connection: Connection,
    started: Started,
    rules: Rules,
    keep: Callable[[Connection], Awaitable[Sequence[Artifact]]],
    error: GouacheError | None = None,
) -> bool:
    """running → succeeded with at least one picture, else failed. False when the attempt is no longer the job's.

    `keep` stores the files, in this transaction; their rows follow, the pictures are settled and the rest is refunded.
    """
    async with connection.transaction():
        pictures = await keep(connection)
        closed = await _close(
            connection, started.id, "succeeded" if pictures else "failed", rules,
            states=["running"], attempt=started.attempt, pictures=pictures, error=error,
        )  # fmt: skip
        return closed is not None


async def cancel(connection: Connection, job: uuid.UUID, rules: Rules) -> bool:
    """queued or running → canceled; its worker is told to stop. False when it was over."""
    return await _call_off(connection, job, "canceled", OPEN, rules, Canceled("the job was canceled"))


async def refuse(connection: Connection, job: uuid.UUID, rules: Rules, error: GouacheError) -> bool:
    """queued → failed, for what is not drawn here: in its submit's transaction, so that no worker ever sees it."""
    return await _call_off(connection, job, "failed", ["queued"], rules, error)


async def expire(connection: Connection, job: uuid.UUID, rules: Rules) -> bool:
    """A job past its deadline: queued → expired, running → canceled. False when it was over."""
    late = TooLate("the job was not done by its deadline")
    if await _call_off(connection, job, "expired", ["queued"], rules, late):
        return True
    return await _call_off(connection, job, "canceled", ["running"], rules, late)


async def _call_off(
    connection: Connection, job: uuid.UUID, state: State, states: Sequence[State], rules: Rules, error: GouacheError
) -> bool:
    async with connection.transaction():
        closed = await _close(connection, job, state, rules, states=states, error=error)
        if closed is None:
            return False
        if closed["dispatch"] is not None:  # takes it out of the dispatcher's queue, or asks the worker to abort
            await fetch(connection, "select procrastinate_cancel_job_v1(%(id)s, true, true)", id=closed["dispatch"])
        return True


async def retry(
    connection: Connection, job: uuid.UUID, attempt: int, rules: Rules, *, fault: bool = True
) -> State | None:
    """running → queued, for a job whose worker died or gave it back; after the last attempt → failed.

    `fault=False`: it did not die, it was told to stop. None when it was not that attempt's.
    """
    async with connection.transaction():
        row = await first(connection, _RETRY, job=job, attempt=attempt, last=rules.attempts, fault=fault)
        if row is not None:
            return "queued"
        died = Unavailable(f"the worker died {rules.attempts} times on this job", code="worker_died")
        closed = await _close(connection, job, "failed", rules, states=["running"], attempt=attempt, error=died)
        return "failed" if closed is not None else None


async def give_up(connection: Connection, job: uuid.UUID, attempt: int, rules: Rules, error: GouacheError) -> bool:
    """running → failed, for a job that its worker died of and that is not worth another. False when it was over."""
    async with connection.transaction():
        closed = await _close(connection, job, "failed", rules, states=["running"], attempt=attempt, error=error)
        return closed is not None


_RETRY = f"""
with again as (
    update job set state = 'queued', worker = null, deaths = deaths + %(fault)s::boolean::integer,
        dispatch = {_DEFER.format(queue="queue", id="id::text")}
    where id = %(job)s and attempt = %(attempt)s and state = 'running'
      and (deaths + 1 < %(last)s or not %(fault)s::boolean)
    returning id, attempt
)
insert into job_event (job, type, data) select id, 'retry', jsonb_build_object('attempt', attempt) from again
returning job, pg_notify('gouache_job', job || ' retry')
"""


async def redispatch(connection: Connection, job: uuid.UUID, dispatch: int) -> bool:
    """queued → queued, for a job whose dispatcher's row is lost or in a dead worker's hands."""
    row = await first(
        connection,
        f"""update job set dispatch = {_DEFER.format(queue="queue", id="id::text")}
            where id = %(job)s and state = 'queued' and dispatch = %(dispatch)s returning id""",
        job=job,
        dispatch=dispatch,
    )
    return row is not None


async def move_up(connection: Connection, account: uuid.UUID, in_flight: int) -> None:
    """Hand the account's next jobs to the dispatcher, as far as it may have more of them there."""
    async with connection.transaction():
        await fetch(connection, "select from account where id = %(account)s for no key update", account=account)
        await fetch(connection, _MOVE_UP, account=account, in_flight=in_flight)
