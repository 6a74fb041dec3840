"""The jobs of the server: submit, wait, cancel, look up."""

from __future__ import annotations

import asyncio
import uuid
from dataclasses import dataclass
from datetime import datetime

from gouache.config import Settings
from gouache.db import Connection, Database, first
from gouache.errors import GouacheError, NotFound
from gouache.jobs import states
from gouache.jobs.dispatch import queue_for
from gouache.jobs.entrance import Entrance
from gouache.jobs.listen import Bulletin
from gouache.jobs.model import COLUMNS, Event, Job, Order, job_of
from gouache.ledger.limits import Allowance, Limits, limits_of

_LOOK_AGAIN_SECONDS = 5.0  # a notification may be lost with its connection


@dataclass(frozen=True, slots=True)
class Submitted:
    """`allowance` is None when the key has no limits; `repeated`: the idempotency key named a job there already."""

    id: uuid.UUID
    allowance: Allowance | None
    repeated: bool = False


def rules_of(settings: Settings, dialect: str) -> states.Rules:
    lasting = None if settings.lasting_days is None else settings.lasting_days * 86_400
    return states.Rules(settings.account_in_flight, settings.attempts, settings.keep_seconds(dialect), lasting)


class Jobs:
    def __init__(self, database: Database, settings: Settings, bulletin: Bulletin) -> None:
        self._database = database
        self._settings = settings
        self._bulletin = bulletin
        self.limits: Limits = limits_of(settings)
        account_jobs = 0 if settings.open else settings.account_jobs
        self._admission = states.Admission(settings.queue_limit, account_jobs, settings.account_in_flight)
        self._entrance = Entrance(database, self._admission, self.limits)

    async def submit(self, order: Order) -> Submitted:
        """Queue a job and reserve its units; raises NotEnoughCredits or Busy. It survives us from here on."""
        return await self._enter(order, durable=True)

    async def _enter(self, order: Order, *, durable: bool) -> Submitted:
        if order.idempotency_key is not None:
            return await self._database.run(lambda connection: self._submit_once(connection, order))
        return Submitted(order.id, await self._entrance.submit(order, durable=durable))

    async def _submit_once(self, connection: Connection, order: Order) -> Submitted:
        async with connection.transaction():
            await connection.execute("select from account where id = %s for no key update", (order.account,))
            found = await first(
                connection,
                "select id from job where account = %(account)s and idempotency_key = %(key)s",
                account=order.account,
                key=order.idempotency_key,
            )
            if found is not None:
                return Submitted(found["id"], None, repeated=found["id"] != order.id)
            queue = queue_for(order.operation)
            return Submitted(order.id, await states.submit(connection, order, queue, self._admission, self.limits))

    async def refuse(self, order: Order, error: GouacheError) -> Submitted:
        """A job that failed before anybody could draw it; limited and told of like any other, but free of charge."""

        async def work(connection: Connection) -> Submitted:
            async with connection.transaction():
                queue = queue_for(order.operation)
                left = await states.submit(connection, order, queue, self._admission, self.limits)
                await states.refuse(connection, order.id, rules_of(self._settings, order.dialect), error)
                return Submitted(order.id, left)

        return await self._database.run(work)

    async def get(self, job: uuid.UUID, account: uuid.UUID | None = None, *, removed: bool = False) -> Job:
        """A job, of an account when one is given; raises NotFound, also when its life is over.

        `removed`: not for what is left of it then, without what was asked for (`Settings.record_seconds`).
        """
        row = await self._database.row(
            f"""select {COLUMNS} from job where id = %(job)s and (%(account)s::uuid is null or account = %(account)s)
                and (%(removed)s or expires_at is null or expires_at > now())""",
            job=job,
            account=account,
            removed=removed,
        )
        if row is None:
            raise NotFound(f"no job {job}")
        return job_of(row)

    async def page(
        self,
        account: uuid.UUID,
        *,
        limit: int = 100,
        after: tuple[datetime, uuid.UUID] | None = None,
        dialect: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        upwards: bool = False,
        removed: bool = False,
    ) -> list[Job]:
        """An account's jobs created after `since` and before `until`, newest first.

        `after` is the creation time and id of the last one seen; `upwards`: those just above it.
        """
        at, last = after or (None, None)
        beyond, order = (">", "asc") if upwards else ("<", "desc")
        rows = await self._database.rows(
            f"""select {COLUMNS} from job where account = %(account)s
                and (%(removed)s or expires_at is null or expires_at > now())
                and (%(at)s::timestamptz is null or (created_at, id) {beyond} (%(at)s, %(last)s::uuid))
                and (%(since)s::timestamptz is null or created_at > %(since)s)
                and (%(until)s::timestamptz is null or created_at < %(until)s)
                and (%(dialect)s::text is null or dialect = %(dialect)s)
                order by created_at {order}, id {order} limit %(limit)s""",
            account=account, at=at, last=last, limit=limit, dialect=dialect, since=since, until=until,
            removed=removed,
        )  # fmt: skip
        return [job_of(row) for row in (reversed(rows) if upwards else rows)]

    async def cancel(self, job: uuid.UUID, account: uuid.UUID | None = None) -> Job:
        """Call a job off, queued or running; nothing is charged. What is over stays as it is. Raises NotFound."""
        found = await self.get(job, account)
        if not found.over:
            rules = rules_of(self._settings, found.dialect)
            await self._database.run(lambda connection: states.cancel(connection, job, rules))
        return await self.get(job, account)

    async def run(self, order: Order, timeout: float) -> tuple[Submitted, Job]:
        """Submit and wait; see `submit` and `wait`.

        Nothing waits for the submit to reach the disk: the job's end, which is answered, takes it along. If the
        database crashes before, it forgets the job, and the same job is submitted again.
        """
        for last in (False, False, True):
            with self._bulletin.watch(order.id) as news:
                submitted = await self._enter(order, durable=last)
                if not submitted.repeated:
                    await _until(news, min(timeout, _LOOK_AGAIN_SECONDS))
            try:
                return submitted, await self.wait(submitted.id, timeout)
            except NotFound:
                if last:
                    raise
        raise AssertionError

    async def wait(self, job: uuid.UUID, timeout: float) -> Job:
        """The job once it is over, or as it is after `timeout` seconds; it lives on. Raises NotFound."""
        deadline = asyncio.get_running_loop().time() + timeout
        with self._bulletin.watch(job) as news:
            while True:
                news.clear()
                found = await self.get(job)
                left = deadline - asyncio.get_running_loop().time()
                if found.over or left <= 0:
                    return found
                await _until(news, min(left, _LOOK_AGAIN_SECONDS))

    async def events(self, job: uuid.UUID, after: int = 0) -> list[Event]:
        """What happened to a job after a sequence number, oldest first."""
        rows = await self._database.rows(
            """select sequence, job, type, data, at from job_event
               where job = %(job)s and sequence > %(after)s order by sequence""",
            job=job,
            after=after,
        )
        return [Event(**row) for row in rows]


async def _until(news: asyncio.Event, timeout: float) -> None:
    try:
        async with asyncio.timeout(timeout):
            await news.wait()
    except TimeoutError:
        return
