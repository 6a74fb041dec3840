"""Keeps order: jobs of dead workers are taken up again, late ones expire, old ones and their files go.

One janitor runs in every worker; an advisory lock lets one of them work at a time.
"""

from __future__ import annotations

import asyncio
import logging
import time

import psycopg
from psycopg.rows import DictRow

from gouache.artifacts.store import ArtifactStore
from gouache.config import Settings
from gouache.db import Connection, Database, first
from gouache.errors import GouacheError
from gouache.jobs import states
from gouache.jobs.guard import guard_of
from gouache.jobs.queue import rules_of

_LOG = logging.getLogger(__name__)
_LOCK = 0x6A616E  # "jan"
_LOOK_SECONDS = 1.0

# Jobs whose worker is silent or gone, or whose row at the dispatcher is lost (a crash without the last commits).
_STRANDED = """
select job.id, job.state, job.attempt, job.dialect, job.dispatch
from job
left join procrastinate_jobs as row on row.id = job.dispatch
left join procrastinate_workers as worker on worker.id = row.worker_id
where job.state in ('queued', 'running') and job.dispatch is not null
  and (row.id is null
       or row.status not in ('todo', 'doing')
       or row.status = 'todo' and job.state = 'running'
       or row.status = 'doing'
          and (worker.id is null or worker.last_heartbeat < now() - make_interval(secs => %(lease)s)))
"""
_OF_WORKER = "select id, state, attempt, dialect, dispatch from job where state = 'running' and worker = %(worker)s"
_TOOK = """
select extract(epoch from clock_timestamp() - max(at))::float8 as seconds from job_event
where job = %(job)s and type = 'running'
"""
# How long until the next job is late, or the next row past its life; both have an index on their time.
_DUE = """
select extract(epoch from least(
    (select min(deadline) from job where state in ('queued', 'running') and deadline is not null),
    (select min(expires_at) from job where expires_at is not null and removed_at is null),
    (select min(expires_at) from artifact where expires_at < 'infinity')) - clock_timestamp())::float8 as seconds
"""
_LATE = "select id, dialect from job where state in ('queued', 'running') and deadline < now()"
# Accounts that have jobs in line and a place free; a transition fills places itself, so this finds nothing.
_IDLE = """
select distinct account.id from account join job on job.account = account.id
where job.state = 'queued' and job.dispatch is null and account.dispatched < %(in_flight)s
"""
# What was asked for goes with the pictures; the rest of the row stays for as long as its dialect answers for it.
_WIPE = """
update job set removed_at = now(), operation = '{"type": "generate", "prompt": ""}',
    request = request - 'input' - 'webhooks'
where id in (
    select id from job where expires_at <= now() and removed_at is null and state not in ('queued', 'running')
      and dialect = any(%(dialects)s) limit 500
    for update skip locked)
"""
_OLD = """
delete from job where id in (
    select id from job where expires_at <= now() and removed_at is null and state not in ('queued', 'running')
      and dialect <> all(%(dialects)s) limit 500
    for update skip locked)
"""
_FORGET = """
delete from job where dialect = %(dialect)s and removed_at <= now() - make_interval(secs => %(seconds)s)
"""
_SILENT = "delete from procrastinate_workers where last_heartbeat < now() - make_interval(secs => 3 * %(lease)s)"
# Rows of the dispatcher that no open job points to and that no living worker holds.
_FORGOTTEN = """
delete from procrastinate_jobs as row
where not exists (select from job where dispatch = row.id and state in ('queued', 'running'))
  and (row.status <> 'doing' or row.worker_id is null)
"""


class Janitor:
    def __init__(self, database: Database, store: ArtifactStore, settings: Settings) -> None:
        self._database = database
        self._store = store
        self._settings = settings
        self._swept = time.monotonic()

    async def run(self) -> None:
        """Tidy until cancelled: regularly, and as soon as something is late or past its life."""
        while True:
            try:
                await self._until_due()
                await self.tidy()
            except (psycopg.Error, GouacheError) as error:
                _LOG.warning("could not tidy up, next time: %s", error)
                await asyncio.sleep(_LOOK_SECONDS)

    async def _until_due(self) -> None:
        """Wait for the next round; a row that comes in meanwhile and is due before is seen within a second."""
        regular = time.monotonic() + self._settings.lease_seconds / 4
        await asyncio.sleep(min(_LOOK_SECONDS, self._settings.lease_seconds / 4))  # another janitor may be at it
        while (left := regular - time.monotonic()) > 0:
            row = await self._database.row(_DUE)
            due = left if row is None or row["seconds"] is None else float(row["seconds"])
            if due <= 0:
                return
            await asyncio.sleep(min(left, due + 0.01, _LOOK_SECONDS))

    async def tidy(self) -> None:
        """One round; nothing when another janitor is at it."""

        async def work(connection: Connection) -> None:
            async with connection.transaction():
                lock = await first(connection, "select pg_try_advisory_xact_lock(%(lock)s) as got", lock=_LOCK)
                if lock is not None and lock["got"]:
                    await self._round()

        await self._database.run(work)

    async def _round(self) -> None:
        settings = self._settings
        rows = self._database.rows
        for row in await rows(_STRANDED, lease=settings.lease_seconds):
            await self._rescue(row)
        for row in await rows(_LATE):
            await self._expire(row)
        for row in await rows(_IDLE, in_flight=settings.account_in_flight):
            await self._move_up(row)
        records = settings.record_seconds
        await rows(_WIPE, dialects=list(records))
        await rows(_OLD, dialects=list(records))
        for dialect, seconds in records.items():
            await rows(_FORGET, dialect=dialect, seconds=seconds)
        await rows(_SILENT, lease=settings.lease_seconds)
        await rows(_FORGOTTEN)
        await rows("delete from api_key where revoked_at < now() - interval '90 days'")
        await self._store.drop_expired()
        if time.monotonic() - self._swept >= settings.sweep_seconds:
            self._swept = time.monotonic()
            await self._store.sweep()

    async def release(self, worker: str) -> None:
        """Take up again at once what a worker had in hand that is known to be dead."""
        for row in await self._database.rows(_OF_WORKER, worker=worker):
            await self._rescue(row)

    async def _rescue(self, row: DictRow) -> None:
        rules = rules_of(self._settings, row["dialect"])

        async def work(connection: Connection) -> None:
            if row["state"] == "running" and await self._took_too_long(connection, row):
                await states.give_up(connection, row["id"], row["attempt"], rules, guard_of(self._settings).too_slow())
            elif row["state"] == "running":
                state = await states.retry(connection, row["id"], row["attempt"], rules)
                _LOG.warning("job %s: the worker died on attempt %s; now %s", row["id"], row["attempt"], state)
            else:
                await states.redispatch(connection, row["id"], row["dispatch"])

        await self._database.run(work)

    async def _took_too_long(self, connection: Connection, row: DictRow) -> bool:
        """Whether a worker died of a job because it found no end; then the next one would, too."""
        found = await first(connection, _TOOK, job=row["id"])
        limit = self._settings.job_seconds
        return bool(limit and found and found["seconds"] and found["seconds"] >= limit)

    async def _expire(self, row: DictRow) -> None:
        rules = rules_of(self._settings, row["dialect"])
        await self._database.run(lambda connection: states.expire(connection, row["id"], rules))

    async def _move_up(self, row: DictRow) -> None:
        in_flight = self._settings.account_in_flight
        await self._database.run(lambda connection: states.move_up(connection, row["id"], in_flight))
